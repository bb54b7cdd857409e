using System.Globalization;
using System.Text;

namespace Orchestration.Messages.Email.Mime;

/// <summary>
/// Encoded words of RFC 2047 in UTF-8: each at most 75 characters, each whole characters only, one to a line; blanks between two
/// words do not count, so the text reads back exactly. « Q » or « B », whichever is shorter for the whole text.
/// </summary>
internal static class EncodedWords
{
    private const int MaxLine = 76;
    private const int MaxWord = 75;
    private const string OpenQ = "=?utf-8?Q?";
    private const string OpenB = "=?utf-8?B?";
    private const string Close = "?=";

    /// <param name="text">Any text without line breaks.</param>
    /// <param name="column">Where the first word starts on its line.</param>
    /// <param name="endColumn">Where the last one ends on its own.</param>
    public static string Encode(string text, int column, out int endColumn)
    {
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text);
        var useQ = QLength(utf8) <= Base64Length(utf8);
        var output = new StringBuilder();
        while (true)
        {
            var word = utf8[..WholeCharacters(utf8, Math.Min(MaxWord, MaxLine - column) - OpenQ.Length - Close.Length, useQ)];
            var wordStart = output.Length;
            _ = useQ ? AppendQ(output, word) : output.Append(OpenB).Append(Convert.ToBase64String(word)).Append(Close);
            endColumn = column + output.Length - wordStart;
            utf8 = utf8[word.Length..];
            if (utf8.IsEmpty)
            {
                return output.ToString();
            }

            output.Append("\r\n ");
            column = 1;
        }
    }

    /// <summary>How many bytes of the text fit, cut between two characters; one character at least.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> utf8, int room, bool useQ)
    {
        var fitting = 0;
        while (fitting < utf8.Length)
        {
            Rune.DecodeFromUtf8(utf8[fitting..], out _, out var length);
            var candidate = utf8[..(fitting + length)];
            if (fitting > 0 && (useQ ? QLength(candidate) : Base64Length(candidate)) > room)
            {
                break;
            }

            fitting += length;
        }

        return fitting;
    }

    private static StringBuilder AppendQ(StringBuilder output, ReadOnlySpan<byte> utf8)
    {
        output.Append(OpenQ);
        foreach (var value in utf8)
        {
            _ = value == ' ' ? output.Append('_')
                : IsLiteral(value) ? output.Append((char)value)
                : output.Append(CultureInfo.InvariantCulture, $"={value:X2}");
        }

        return output.Append(Close);
    }

    private static int QLength(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        foreach (var value in utf8)
        {
            length += value == ' ' || IsLiteral(value) ? 1 : 3;
        }

        return length;
    }

    private static int Base64Length(ReadOnlySpan<byte> utf8) => (utf8.Length + 2) / 3 * 4;

    /// <summary>What RFC 2047 §5 (3) lets stand in a phrase: the strictest place, so that one rule serves everywhere.</summary>
    private static bool IsLiteral(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';
}
