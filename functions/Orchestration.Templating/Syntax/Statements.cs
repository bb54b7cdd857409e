using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <param name="Span">The keyword, or the whole statement when there is none.</param>
internal abstract record Statement(SourceSpan Span);

internal sealed record RawStatement(string Text, SourceSpan Span) : Statement(Span);

internal sealed record PrintStatement(Expression Value, SourceSpan Span) : Statement(Span);

/// <param name="Target">A name or a local.</param>
/// <param name="Value">What it becomes.</param>
/// <param name="Span">The target.</param>
internal sealed record AssignStatement(Expression Target, Expression Value, SourceSpan Span) : Statement(Span);

/// <param name="Branches">One or more, in order.</param>
/// <param name="Else">Null without an <c>else</c>.</param>
/// <param name="Span">The <c>if</c>.</param>
internal sealed record IfStatement(IReadOnlyList<ConditionalBranch> Branches, Block? Else, SourceSpan Span) : Statement(Span);

internal sealed record ConditionalBranch(Expression Condition, Block Body);

internal sealed record CaseStatement(
    Expression Subject, IReadOnlyList<WhenBranch> Branches, Block? Else, SourceSpan Span) : Statement(Span);

internal sealed record WhenBranch(IReadOnlyList<Expression> Values, Block Body);

/// <param name="Variable">A name or a local.</param>
/// <param name="Items">What is gone through.</param>
/// <param name="Options">Where it begins and ends.</param>
/// <param name="Body">Repeated.</param>
/// <param name="Else">Instead, when there is no item.</param>
/// <param name="Span">The <c>for</c>.</param>
internal sealed record ForStatement(
    Expression Variable, Expression Items, LoopOptions Options, Block Body, Block? Else, SourceSpan Span) : Statement(Span);

/// <summary>Applied in this order: offset, reversed, limit.</summary>
internal sealed record LoopOptions(Expression? Offset, bool IsReversed, Expression? Limit);

internal sealed record BreakStatement(SourceSpan Span) : Statement(Span);

internal sealed record ContinueStatement(SourceSpan Span) : Statement(Span);

internal sealed record CaptureStatement(Expression Target, Block Body, SourceSpan Span) : Statement(Span);

internal record IncludeStatement(Expression Name, IReadOnlyList<IncludeArgument> Arguments, SourceSpan Span) : Statement(Span);

internal sealed record IncludeArgument(string Name, SourceSpan NameSpan, Expression Value);

internal sealed record Block(IReadOnlyList<Statement> Statements)
{
    public static Block Empty { get; } = new([]);
}
