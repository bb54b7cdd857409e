using Orchestration.Templating.Expressions;

namespace Orchestration.Templating.Rendering;

/// <summary>
/// The operators on values, as Scriban computes them, but for integers: beyond 64 bits it goes on with ever larger numbers,
/// here it is a limit. A calculation with null is null; a comparison with null is false.
/// </summary>
internal static class Operators
{
    public static Value Compute(BinaryOperator op, in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text) return ComputeText(op, left, right);
        if (left.IsNull || right.IsNull) return Value.Null;
        if (left.Kind == ValueKind.Date) return ComputeDate(op, left.Date, right);
        try
        {
            if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
                return Value.Of(Compute(op, left.ToDecimal(), right.ToDecimal()));
            return left.Kind == ValueKind.Float || right.Kind == ValueKind.Float
                ? Value.Of(Compute(op, left.ToDouble(), right.ToDouble()))
                : Compute(op, left.Integer, right.Integer);
        }
        catch (ArithmeticException cause)
        {
            throw Limits.NotComputable($"{French.ToText(left)} {Syntax.Precedence.Sign(op)} {French.ToText(right)}", cause);
        }
    }

    public static bool Compare(BinaryOperator op, in Value left, in Value right)
    {
        if (op == BinaryOperator.Equal) return AreEqual(left, right);
        if (op == BinaryOperator.NotEqual) return !AreEqual(left, right);
        if (left.IsNull || right.IsNull) return false;
        if (left.Kind == ValueKind.Float || right.Kind == ValueKind.Float) return CompareFloats(op, left, right);
        var order = Order(left, right);
        return op switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public static bool AreEqual(in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text) return French.ToText(left) == French.ToText(right);
        if (!left.IsNumber || !right.IsNumber) return left.Equals(right);
        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal) return left.ToDecimal() == right.ToDecimal();
        return left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer
            ? left.Integer == right.Integer
            : left.ToDouble() == right.ToDouble();
    }

    private static int Order(in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Text || right.Kind == ValueKind.Text)
            return string.CompareOrdinal(French.ToText(left), French.ToText(right));
        if (left.Kind == ValueKind.Date) return left.Date.CompareTo(right.Date);
        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
            return left.ToDecimal().CompareTo(right.ToDecimal());
        return left.Integer.CompareTo(right.Integer);
    }

    /// <summary>Not by order: a NaN is neither less, nor greater, nor equal.</summary>
    private static bool CompareFloats(BinaryOperator op, in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
            return Compare(op, Value.Of(left.ToDecimal()), Value.Of(right.ToDecimal()));
        var (a, b) = (left.ToDouble(), right.ToDouble());
        return op switch
        {
            BinaryOperator.Less => a < b,
            BinaryOperator.LessOrEqual => a <= b,
            BinaryOperator.Greater => a > b,
            _ => a >= b,
        };
    }

    private static Value ComputeText(BinaryOperator op, in Value left, in Value right)
    {
        if (op == BinaryOperator.Add) return Value.Of(Limits.Check(string.Concat(French.ToText(left), French.ToText(right))));
        var (text, count) = right.Kind == ValueKind.Text ? (right.Text!, left.ToInt32()) : (left.Text!, right.ToInt32());
        if (count <= 0 || text.Length == 0) return Value.Of("");
        Limits.CheckLength((long)text.Length * count);
        return Value.Of(string.Create(text.Length * count, text, Repeat));
    }

    private static void Repeat(Span<char> target, string text)
    {
        for (; !target.IsEmpty; target = target[text.Length..]) text.CopyTo(target);
    }

    private static Value ComputeDate(BinaryOperator op, DateTime left, in Value right)
    {
        if (op == BinaryOperator.Subtract) return Value.Of(left - right.Date);
        try
        {
            return Value.Of(left + right.Duration);
        }
        catch (ArgumentOutOfRangeException cause)
        {
            throw Limits.NotComputable("a date outside the years 1 to 9999", cause);
        }
    }

    private static Value Compute(BinaryOperator op, long left, long right) => op switch
    {
        BinaryOperator.Add => Value.Of(checked(left + right)),
        BinaryOperator.Subtract => Value.Of(checked(left - right)),
        BinaryOperator.Multiply => Value.Of(checked(left * right)),
        BinaryOperator.Divide => Value.Of((double)left / right),
        BinaryOperator.DivideInteger => Value.Of(checked(left / right)),
        BinaryOperator.Modulo => Value.Of(right == -1 ? 0 : left % right),
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static double Compute(BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideInteger => Math.Round(left / right),
        BinaryOperator.Modulo => left % right,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };

    private static decimal Compute(BinaryOperator op, decimal left, decimal right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideInteger => Math.Round(left / right),
        BinaryOperator.Modulo => left % right,
        _ => throw new ArgumentOutOfRangeException(nameof(op)),
    };
}
