using Orchestration.Templating;

namespace Orchestration.Messages.Library;

/// <summary><c>template-reports/{name}.json</c>: what became of uploaded templates.</summary>
/// <param name="File">The upload.</param>
/// <param name="Published">Folders that are published now.</param>
/// <param name="Problems">Of the others, each with its place and a way to mend it; in French.</param>
public sealed record TemplateReport(string File, IReadOnlyList<string> Published, IReadOnlyList<TemplateProblem> Problems);
