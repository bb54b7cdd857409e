using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Syntax;

/// <summary><c>$x</c>: an argument of an included file, or a variable of its own.</summary>
internal sealed record LocalExpression(string Name, SourceSpan Span) : Expression(Span);

/// <summary>A member of anything but a plain path: <c>a[0].b</c>, <c>$x.b</c>, <c>a?.b</c>.</summary>
internal sealed record MemberExpression(
    Expression Target, string Name, SourceSpan NameSpan, bool IsSafe, SourceSpan Span) : Expression(Span);

internal sealed record IndexExpression(Expression Target, Expression Index, SourceSpan Span) : Expression(Span);

internal sealed record ConditionalExpression(
    Expression Condition, Expression Then, Expression Else, SourceSpan Span) : Expression(Span);

internal sealed record ListExpression(IReadOnlyList<Expression> Items, SourceSpan Span) : Expression(Span);

internal sealed record ObjectExpression(IReadOnlyList<ObjectMember> Members, SourceSpan Span) : Expression(Span);

internal sealed record ObjectMember(string Name, SourceSpan NameSpan, Expression Value);

/// <summary><c>$"a{x}b"</c>: constant texts (one more than the holes) around expressions.</summary>
internal sealed record InterpolatedExpression(
    IReadOnlyList<string> Texts, IReadOnlyList<Expression> Holes, SourceSpan Span) : Expression(Span);

/// <summary>Stands where an expression could not be read; its problem is already told.</summary>
internal sealed record MissingExpression(SourceSpan Span) : Expression(Span);
