namespace Orchestration.Templating;

/// <summary>Either a template that renders, or every reason why there is none.</summary>
/// <param name="Template">Null as soon as there is one problem.</param>
/// <param name="Problems">In the order of the files and of their text.</param>
public sealed record CompileResult(CompiledTemplate? Template, IReadOnlyList<TemplateProblem> Problems);
