using Orchestration.Audience.Datamart;
using Orchestration.Templating.Expressions;

namespace Orchestration.Audience.Criteria;

/// <summary>Compares two operands; unknown as soon as one is missing.</summary>
internal static class Comparison
{
    public static Condition Of(BinaryOperator comparison, FieldKind kind, Operand left, Operand right)
    {
        Func<int, bool> holds = comparison switch
        {
            BinaryOperator.Equal => order => order == 0,
            BinaryOperator.NotEqual => order => order != 0,
            BinaryOperator.Less => order => order < 0,
            BinaryOperator.LessOrEqual => order => order <= 0,
            BinaryOperator.Greater => order => order > 0,
            BinaryOperator.GreaterOrEqual => order => order >= 0,
            _ => throw new InvalidOperationException($"{comparison} does not compare."),
        };
        Func<Cell, Cell, int> order = kind == FieldKind.Text
            ? (one, other) => string.CompareOrdinal(one.Text, other.Text)
            : (one, other) => one.Number.CompareTo(other.Number);
        return (person, reference) =>
        {
            var one = left(person, reference);
            if (one.IsMissing)
                return Truth.Unknown;
            var other = right(person, reference);
            return other.IsMissing ? Truth.Unknown : Kleene.Of(holds(order(one, other)));
        };
    }
}
