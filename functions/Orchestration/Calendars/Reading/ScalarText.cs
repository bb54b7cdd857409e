using System.Globalization;
using YamlDotNet.Core;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// Finds where a character of a scalar's value stands in the file. YAML folds, indents and escapes, but of a text without its
/// white space it changes nothing but escapes: the n-th visible character of the value is the n-th of the source.
/// </summary>
internal static class ScalarText
{
    /// <summary>The offset counts in the scalar's value; its length stands for the end.</summary>
    public static SourcePlace PlaceIn(this SourceText source, YamlScalar scalar, int offset, string path)
    {
        var value = scalar.Value;
        var isVisible = offset < value.Length && !char.IsWhiteSpace(value[offset]);
        var wanted = value.Take(offset).Count(character => !char.IsWhiteSpace(character));
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var end = isQuoted ? scalar.End - 1 : scalar.End;
        var after = isQuoted ? scalar.Index + 1 : FirstOf(source.Text, scalar);
        for (var index = after; index < end;)
        {
            var (length, visible) = Unit(source.Text, index, scalar.Style);
            if (visible > 0 && wanted < visible)
            {
                return source.PlaceAt(isVisible ? index : after, path);
            }

            index += length;
            wanted -= visible;
            after = visible > 0 ? index : after;
        }

        return source.PlaceAt(after, path);
    }

    // A block scalar begins with a line of its own: « | » or « >- ».
    private static int FirstOf(string text, YamlScalar scalar) => scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
        ? Math.Min(scalar.End, text.IndexOf('\n', scalar.Index) + 1)
        : scalar.Index;

    /// <summary>
    /// One character of the value as the source writes it: how long that is, and how many visible characters it makes.
    /// </summary>
    private static (int Length, int Visible) Unit(string text, int index, ScalarStyle style) => (style, text[index]) switch
    {
        (ScalarStyle.SingleQuoted, '\'') => (2, 1),
        (ScalarStyle.DoubleQuoted, '\\') => Escape(text, index),
        (_, var character) => (1, Visible(character)),
    };

    private static (int Length, int Visible) Escape(string text, int index) => text[index + 1] switch
    {
        'x' => Code(text.AsSpan(index + 2, 2)),
        'u' => Code(text.AsSpan(index + 2, 4)),
        'U' => Code(text.AsSpan(index + 2, 8)),
        'n' or 'r' or 't' or 'v' or 'f' or '_' or 'N' or 'L' or 'P' or ' ' or '\t' or '\r' or '\n' => (2, 0),
        _ => (2, 1),
    };

    private static (int Length, int Visible) Code(ReadOnlySpan<char> digits)
    {
        var code = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return (digits.Length + 2, code > char.MaxValue ? 2 : Visible((char)code));
    }

    private static int Visible(char character) => char.IsWhiteSpace(character) ? 0 : 1;
}
