using Orchestration.Templating;

namespace Orchestration.Messages.Rendering;

/// <summary>What renders compiled templates in this installation.</summary>
/// <param name="Create">Null for Orchestration.Templating itself.</param>
public sealed record RendererChoice(Func<CompiledTemplate, PartRenderer>? Create)
{
    public static RendererChoice Own { get; } = new((Func<CompiledTemplate, PartRenderer>?)null);
}
