using System.Globalization;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>
/// Reads <c>12</c> as a <see cref="long"/> and <c>1.50</c> as a <see cref="decimal"/>, which keeps it as written.
/// </summary>
internal static class NumberReader
{
    public static object Read(SourceText source, ref int position, out Fault? fault)
    {
        var start = position;
        SkipDigits(source, ref position);
        var isFraction = source.At(position) == '.' && char.IsAsciiDigit(source.At(position + 1));
        if (isFraction)
        {
            position++;
            SkipDigits(source, ref position);
        }

        var digits = source.Text.AsSpan(start..position);
        if (source.At(position) == '_' || char.IsLetterOrDigit(source.At(position)))
        {
            while (source.At(position) is '_' or '.' || char.IsLetterOrDigit(source.At(position))) position++;
            fault = LexicalFaults.RefusedNumber(source.Text[start..position]);
            return 0L;
        }

        fault = null;
        if (!isFraction && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return integer;
        if (isFraction && digits.Length <= 28
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        fault = LexicalFaults.NumberTooLong(digits.ToString());
        return 0L;
    }

    private static void SkipDigits(SourceText source, ref int position)
    {
        while (char.IsAsciiDigit(source.At(position))) position++;
    }
}
