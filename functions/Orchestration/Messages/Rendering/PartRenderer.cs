using Orchestration.Templating;
using Orchestration.Templating.Fields;

namespace Orchestration.Messages.Rendering;

/// <summary>
/// Renders one compiled part of a template; safe for several threads. <see cref="CompiledTemplate.Render(FieldValues)"/> does, and so does
/// Scriban in the Azure flavour, to compare.
/// </summary>
/// <exception cref="TemplateLimitException">The rendering went over a limit; the same values will again.</exception>
public delegate string PartRenderer(FieldValues values);
