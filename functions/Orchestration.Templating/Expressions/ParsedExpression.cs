namespace Orchestration.Templating.Expressions;

/// <summary>Either an expression, or every reason why there is none.</summary>
/// <param name="Root">Null as soon as there is one problem.</param>
/// <param name="Problems">In the order of the text.</param>
public sealed record ParsedExpression(Expression? Root, IReadOnlyList<TemplateProblem> Problems);
