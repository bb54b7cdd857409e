using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Problems;

/// <summary>The problems of one file, each once, in the order of its text.</summary>
internal sealed class ProblemList(string file)
{
    private readonly HashSet<TemplateProblem> _items = [];

    public string File => file;

    public bool IsEmpty => _items.Count == 0;

    public IReadOnlyList<TemplateProblem> Items => [.. _items.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];

    public void Add(SourceSpan span, Fault fault) => _items.Add(new TemplateProblem(
        file, span.Line, span.Column, span.Length, fault.Code, Typography.Typeset(fault.Message),
        Typography.Typeset(fault.Mend)));
}
