using System.Globalization;

namespace Orchestration.Wording;

/// <summary>Numbers as French people read them: « 65 000 », with a narrow no-break space.</summary>
internal static class FrenchNumbers
{
    private static readonly NumberFormatInfo Format = new() { NumberGroupSeparator = "\u202F", NumberDecimalDigits = 0 };

    public static string Of(long number) => number.ToString("N", Format);
}
