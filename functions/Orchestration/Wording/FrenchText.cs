using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Orchestration.Wording;

/// <summary>
/// A French sentence with values in it. The sentence is set as French typography wants (no-break spaces, ’); the values stay
/// as the planner wrote them, shortened when long, and without the characters that could disturb the line they are shown on.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct FrenchText(int literalLength, int formattedCount)
{
    private const int LongestValue = 300;

    private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => text.Append(French.Typeset(literal));

    public void AppendFormatted(string? value)
    {
        foreach (var character in value.AsSpan(0, Math.Min(value?.Length ?? 0, LongestValue)))
        {
            text.Append(Unprintable.Is(character) ? Unprintable.Replacement : character);
        }

        if (value?.Length > LongestValue)
        {
            text.Append('…');
        }
    }

    public void AppendFormatted(int value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>With a comma, and without zeros at its end.</summary>
    public void AppendFormatted(decimal value) =>
        text.Append(value.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ','));

    public override string ToString() => text.ToString();
}
