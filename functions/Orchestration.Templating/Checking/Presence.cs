using Orchestration.Templating.Expressions;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>The paths that a condition proves not to be null: <c>if caisse</c>, <c>if caisse != null &amp;&amp; …</c>.</summary>
internal static class Presence
{
    public static IEnumerable<string> When(Expression condition, bool isTrue) => condition switch
    {
        PathExpression or LocalExpression or MemberExpression when isTrue => Path(condition),
        UnaryExpression { Operator: UnaryOperator.Not } not => When(not.Operand, !isTrue),
        BinaryExpression { Operator: BinaryOperator.NotEqual } test when isTrue => Compared(test),
        BinaryExpression { Operator: BinaryOperator.Equal } test when !isTrue => Compared(test),
        BinaryExpression { Operator: BinaryOperator.And } both when isTrue =>
            When(both.Left, true).Concat(When(both.Right, true)),
        BinaryExpression { Operator: BinaryOperator.Or } either when !isTrue =>
            When(either.Left, false).Concat(When(either.Right, false)),
        _ => [],
    };

    /// <summary>The path as written, `?.` read as `.`; null for anything but names and dots.</summary>
    public static string? Name(Expression expression) => expression switch
    {
        PathExpression path => path.Path,
        LocalExpression local => "$" + local.Name,
        MemberExpression member when Name(member.Target) is { } target => $"{target}.{member.Name}",
        _ => null,
    };

    private static IEnumerable<string> Compared(BinaryExpression test) => test switch
    {
        { Right: LiteralExpression { Value: null } } => Path(test.Left),
        { Left: LiteralExpression { Value: null } } => Path(test.Right),
        _ => [],
    };

    /// <summary>`a?.b` present means that `a` is present too.</summary>
    private static IEnumerable<string> Path(Expression expression)
    {
        if (Name(expression) is not { } name) yield break;
        for (var end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1)) yield return name[..end];
    }
}
