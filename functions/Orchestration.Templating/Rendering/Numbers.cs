namespace Orchestration.Templating.Rendering;

/// <summary>Conversions between kinds of numbers, as Scriban makes them.</summary>
internal static class Numbers
{
    public static double ToDouble(this Value value) => value.Kind switch
    {
        ValueKind.Integer => value.Integer,
        ValueKind.Float => value.Float,
        ValueKind.Decimal => (double)value.Decimal,
        ValueKind.Null => 0,
        _ => throw new InvalidOperationException($"A {value.Kind} is no number."),
    };

    /// <exception cref="TemplateLimitException">The double is too large.</exception>
    public static decimal ToDecimal(this Value value)
    {
        try
        {
            return value.Kind switch
            {
                ValueKind.Integer => value.Integer,
                ValueKind.Decimal => value.Decimal,
                _ => (decimal)value.ToDouble(),
            };
        }
        catch (OverflowException cause)
        {
            throw Limits.NotComputable($"{value.ToDouble()} as a decimal", cause);
        }
    }

    /// <summary>Rounds halves to the even side.</summary>
    /// <exception cref="TemplateLimitException">The number is too large.</exception>
    public static int ToInt32(this Value value)
    {
        var rounded = value.Kind switch
        {
            ValueKind.Integer => value.Integer,
            ValueKind.Decimal => Math.Round(value.Decimal),
            _ => Rounded(value.ToDouble()),
        };
        return rounded is >= int.MinValue and <= int.MaxValue
            ? (int)rounded
            : throw Limits.NotComputable($"{rounded} as an index or a count");
    }

    private static decimal Rounded(double value) =>
        Math.Abs(value) < 1e15 ? (decimal)Math.Round(value) : throw Limits.NotComputable($"{value} as an index or a count");
}
