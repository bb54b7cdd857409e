using Orchestration.Templating.Expressions;
using Orchestration.Templating.Problems;
using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>One file after checking: its normal form and what runs it.</summary>
internal sealed record CheckedFile(
    TemplateSource Source,
    IReadOnlyDictionary<string, StaticType> Arguments,
    Block Normal,
    StatementNode Body,
    FileScope Scope,
    IReadOnlyList<CheckedFile> Includes)
{
    public ProblemList Problems => Scope.Problems;

    /// <summary>This file and all that it includes, each once.</summary>
    public IEnumerable<CheckedFile> Closure() =>
        Includes.SelectMany(file => file.Closure()).Prepend(this).Distinct<CheckedFile>(ReferenceEqualityComparer.Instance);
}

/// <summary>An include that knows its file.</summary>
internal sealed record ResolvedInclude(
    CheckedFile File, Expression Name, IReadOnlyList<IncludeArgument> Arguments, SourceSpan Span)
    : IncludeStatement(Name, Arguments, Span);
