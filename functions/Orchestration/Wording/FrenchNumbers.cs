using System.Globalization;

namespace Orchestration.Wording;

/// <summary>Numbers as French people read them: « 65 000 », with a narrow no-break space.</summary>
internal static class FrenchNumbers
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = "\u202F", NumberDecimalDigits = 0 };

    public static string Of(long number) => number.ToString("N", Format);

    /// <summary>An estimate, with three figures that count: « 10 984 213 » is « 11 000 000 ».</summary>
    public static string About(long number)
    {
        var unit = (long)Math.Pow(10, Math.Max(0, Math.Abs(number).ToString(CultureInfo.InvariantCulture).Length - 3));
        return Of((long)Math.Round((decimal)number / unit, MidpointRounding.AwayFromZero) * unit);
    }
}
