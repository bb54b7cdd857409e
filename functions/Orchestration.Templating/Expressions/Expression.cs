namespace Orchestration.Templating.Expressions;

/// <summary>
/// One node of a parsed expression. Criteria meet <see cref="LiteralExpression"/>, <see cref="PathExpression"/>,
/// <see cref="UnaryExpression"/>, <see cref="BinaryExpression"/>, <see cref="InExpression"/> and <see cref="CallExpression"/>
/// only; the rest of the grammar belongs to templates.
/// </summary>
public abstract record Expression
{
    private protected Expression(SourceSpan span) => Span = span;

    /// <summary>Where the expression stands in its source.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>A constant.</summary>
/// <param name="Value">null, <see cref="bool"/>, <see cref="long"/>, <see cref="decimal"/> (written with a dot) or
/// <see cref="string"/>.</param>
/// <param name="Span">Quotes included.</param>
public sealed record LiteralExpression(object? Value, SourceSpan Span) : Expression(Span);

/// <summary>A field or a member of one: <c>age</c>, <c>vaccin_grippe.non_fait</c>.</summary>
/// <param name="Names">One name or more, without the dots.</param>
/// <param name="Span">The whole path.</param>
public sealed record PathExpression(IReadOnlyList<string> Names, SourceSpan Span) : Expression(Span)
{
    /// <summary>The names joined by dots.</summary>
    public string Path => string.Join('.', Names);
}

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c>.</summary>
public sealed record UnaryExpression(UnaryOperator Operator, Expression Operand, SourceSpan Span) : Expression(Span);

/// <summary>Two operands and an operator.</summary>
/// <param name="Operator">Which.</param>
/// <param name="Left">Evaluated first.</param>
/// <param name="Right">Not evaluated where <c>&amp;&amp;</c> and <c>||</c> already know.</param>
/// <param name="OperatorSpan">Where the operator itself stands.</param>
/// <param name="Span">Both operands.</param>
public sealed record BinaryExpression(
    BinaryOperator Operator, Expression Left, Expression Right, SourceSpan OperatorSpan, SourceSpan Span) : Expression(Span);

/// <summary><c>x in [a, b]</c> (criteria only).</summary>
/// <param name="Operand">What is looked for.</param>
/// <param name="Items">The list's items, in order; may be empty.</param>
/// <param name="Span">The whole.</param>
public sealed record InExpression(Expression Operand, IReadOnlyList<Expression> Items, SourceSpan Span) : Expression(Span);

/// <summary>A function call, written <c>f a b</c>, <c>f(a, b)</c> or <c>a | f b</c>.</summary>
/// <param name="Function">The name with its dots: <c>string.upcase</c>.</param>
/// <param name="FunctionSpan">Where the name stands.</param>
/// <param name="Arguments">In order; the piped value, if any, is the first.</param>
/// <param name="IsPiped">Written <c>a | f</c>.</param>
/// <param name="Span">The whole, piped value included.</param>
public sealed record CallExpression(
    string Function, SourceSpan FunctionSpan, IReadOnlyList<Expression> Arguments, bool IsPiped,
    SourceSpan Span) : Expression(Span);
