using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Rendering;

/// <summary>Renders one compiled part of a template; safe for several threads.</summary>
public interface IPartRenderer
{
    /// <exception cref="TemplateLimitException">The rendering went over a limit; the same values will again.</exception>
    void Render(TextWriter output, FieldValues values);
}

/// <summary>Orchestration.Templating itself: what every flavour renders with unless told otherwise.</summary>
internal sealed class CompiledPartRenderer(CompiledTemplate template) : IPartRenderer
{
    public static IPartRenderer Create(CompiledTemplate template) => new CompiledPartRenderer(template);

    public void Render(TextWriter output, FieldValues values) => template.Render(output, values);
}
