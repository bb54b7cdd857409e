using System.Globalization;
using Orchestration.Templating.Expressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>math.*</c>. What rounds gives a double, even of a decimal: <c>12.50 | math.round 1</c> prints 12,5.</summary>
internal static class MathFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("math.abs N? -> N?1", (a, _) => Abs(a[0])),
        new("math.ceil number -> number", (a, _) => Value.Of(Math.Ceiling(a[0].ToDouble()))),
        new("math.divided_by number number -> number", (a, _) => DividedBy(a[0].ToDouble(), a[1])),
        new("math.floor number -> number", (a, _) => Value.Of(Math.Floor(a[0].ToDouble()))),
        new("math.format number? 'format' ['culture'] -> text", PrepareFormat),
        new("math.is_number any -> boolean", (a, _) => Value.Of(a[0].IsNumber)),
        new("math.minus N N -> N", (a, _) => Operators.Compute(BinaryOperator.Subtract, a[0], a[1])),
        new("math.modulo N N -> N", (a, _) => Operators.Compute(BinaryOperator.Modulo, a[0], a[1])),
        new("math.plus N N -> N", (a, _) => Operators.Compute(BinaryOperator.Add, a[0], a[1])),
        new("math.round number [integer] -> number", (a, _) =>
            Value.Of(Math.Round(a[0].ToDouble(), a.Length > 1 ? Decimals(a[1]) : 0))),
        new("math.times N N -> N", (a, _) => Operators.Compute(BinaryOperator.Multiply, a[0], a[1])),
    ];

    private static Value Abs(Value value) => value.Kind switch
    {
        ValueKind.Null => value,
        ValueKind.Float => Value.Of(Math.Abs(value.Float)),
        ValueKind.Decimal => Value.Of(Math.Abs(value.Decimal)),
        _ when value.Integer == long.MinValue => throw Limits.NotComputable($"the absolute value of {value.Integer}"),
        _ => Value.Of(Math.Abs(value.Integer)),
    };

    /// <summary>Rounds down when the divisor is an integer of 32 bits.</summary>
    private static Value DividedBy(double value, Value divisor)
    {
        if (divisor.Kind == ValueKind.Decimal) return Operators.Compute(BinaryOperator.Divide, Value.Of(value), divisor);
        var quotient = value / divisor.ToDouble();
        var isSmallInteger = divisor.Kind == ValueKind.Integer && divisor.Integer is >= int.MinValue and <= int.MaxValue;
        if (!isSmallInteger) return Value.Of(quotient);
        var floor = Math.Floor(quotient);
        return floor is >= int.MinValue and <= int.MaxValue
            ? Value.Of((long)floor)
            : throw Limits.NotComputable($"{value} divided by {divisor.Integer}");
    }

    private static int Decimals(Value value) =>
        value.ToInt32() is >= 0 and <= 15 and var digits
            ? digits
            : throw Limits.NotComputable($"a rounding to {value.ToInt32()} decimals (0 to 15)");

    private static FunctionBody PrepareFormat(IReadOnlyList<string?> constants)
    {
        var format = constants[0]!;
        var culture = Cultures.Find(constants[1]);
        CheckFormat(format, culture);
        return (a, _) => a[0].Kind switch
        {
            ValueKind.Null => Value.Of(""),
            ValueKind.Integer => Format(a[0].Integer, format, culture),
            ValueKind.Decimal => Format(a[0].Decimal, format, culture),
            _ => Format(a[0].ToDouble(), format, culture),
        };
    }

    /// <exception cref="FormatException">It is no format, not one for all numbers, or one for a thousand digits.</exception>
    private static void CheckFormat(string format, CultureInfo culture)
    {
        var isStandard = format.Length > 0 && char.IsAsciiLetter(format[0]) && format.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        if (isStandard && "bBdDxX".Contains(format[0], StringComparison.Ordinal))
            throw new FormatException($"Le format `{format}` ne vaut que pour les entiers : écrire `N0` ou `0000`.");
        if (format.Length > (isStandard ? 3 : 100) || !CanFormat(format, culture))
            throw new FormatException($"`{format}` n'est pas un format de nombre : écrire par exemple `N2`, `C`, `P0` ou `0.00`.");
    }

    private static bool CanFormat(string format, CultureInfo culture)
    {
        try
        {
            return 1.5m.ToString(format, culture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Value Format<T>(T number, string format, CultureInfo culture)
        where T : IFormattable => Value.Of(Limits.Check(number.ToString(format, culture)));
}
