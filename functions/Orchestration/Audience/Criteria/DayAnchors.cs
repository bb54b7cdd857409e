using Orchestration.Templating.Expressions;

namespace Orchestration.Audience.Criteria;

/// <summary>
/// Finds, in a criterion without problems, the only days on which it can hold for one person: <c>jours_depuis(naissance, 18) == 7</c> holds on a
/// single day, whatever else the criterion asks. A year of days then costs as much as a few.
/// </summary>
internal sealed class DayAnchors(DateFunctions functions)
{
    /// <returns>The days, some perhaps twice; null when the criterion can hold on any day.</returns>
    public IReadOnlyList<DayOf>? Find(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.And } both => Fewest(Find(both.Left), Find(both.Right)),
        BinaryExpression { Operator: BinaryOperator.Or } either when Find(either.Left) is { } left && Find(either.Right) is { } right => [.. left, .. right],
        BinaryExpression { Operator: BinaryOperator.Equal, Left: CallExpression call } equal when Whole(equal.Right) is { } days => [Shift(call, days)],
        BinaryExpression { Operator: BinaryOperator.Equal, Right: CallExpression call } equal when Whole(equal.Left) is { } days => [Shift(call, days)],
        InExpression { Operand: CallExpression call } list when list.Items.All(item => Whole(item) is not null) =>
            [.. list.Items.Select(item => Shift(call, Whole(item)!.Value))],
        _ => null,
    };

    private static IReadOnlyList<DayOf>? Fewest(IReadOnlyList<DayOf>? left, IReadOnlyList<DayOf>? right) =>
        left is null ? right : right is null || left.Count <= right.Count ? left : right;

    private DayOf Shift(CallExpression call, long days)
    {
        var from = functions.DayOf(call, [])!;
        return person => from(person) is { } day && day + days is >= 0 and <= int.MaxValue and var shifted ? (int)shifted : null;
    }

    private static long? Whole(Expression expression) => expression switch
    {
        LiteralExpression { Value: long number } => number,
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: LiteralExpression { Value: long number } } => -number,
        _ => null,
    };
}
