using System.Globalization;
using System.Text;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Syntax;

/// <summary>Reads the inside of a quoted text, up to its quote or, when it is interpolated, up to a hole.</summary>
internal sealed class TextReader(SourceText source, char quote, bool isInterpolated)
{
    private readonly StringBuilder _content = new();

    /// <summary>After the closing quote, or after the brace that opens a hole.</summary>
    public int Position { get; private set; }

    public string Content => _content.ToString();

    public bool IsUnterminated { get; private set; }

    public List<(int Start, Fault Fault)> Faults { get; } = [];

    /// <param name="start">After the opening quote, or after the brace that closes a hole.</param>
    /// <returns>Whether a hole follows.</returns>
    public bool Read(int start)
    {
        for (Position = start; Position < source.Length;)
        {
            var c = source.At(Position++);
            if (c == quote) return false;
            if (c == '{' && isInterpolated) return true;
            if (c == '\\') ReadEscape();
            else _content.Append(c);
        }

        // One missing quote must not swallow the rest of the file: the text ends with its line or its block.
        IsUnterminated = true;
        for (Position = start; Position < source.Length; Position++)
        {
            if (source.At(Position) == '\n' || CodeLexer.IsCodeExit(source, Position)) break;
        }

        return false;
    }

    /// <summary>Reads <c>`…`</c>, in which nothing is an escape but the doubled backquote.</summary>
    public static string ReadVerbatim(SourceText source, ref int position, out Fault? fault)
    {
        var content = new StringBuilder();
        fault = null;
        for (position++; position < source.Length; position++)
        {
            if (source.At(position) != '`')
            {
                content.Append(source.At(position));
                continue;
            }

            position++;
            if (source.At(position) != '`') return content.ToString();
            content.Append('`');
        }

        fault = LexicalFaults.UnterminatedText();
        return content.ToString();
    }

    private void ReadEscape()
    {
        var c = source.At(Position++);
        switch (c)
        {
            case '\\' or '"' or '\'':
            case '{' when isInterpolated:
                _content.Append(c);
                break;
            case '\r' when source.At(Position) == '\n':
                Position++;
                break;
            case '\n' or '\r': break;
            case '0': _content.Append('\0'); break;
            case 'b': _content.Append('\b'); break;
            case 'f': _content.Append('\f'); break;
            case 'n': _content.Append('\n'); break;
            case 'r': _content.Append('\r'); break;
            case 't': _content.Append('\t'); break;
            case 'v': _content.Append('\v'); break;
            case 'u' when TryReadHexadecimal(4, out var unit): _content.Append(unit); break;
            case 'x' when TryReadHexadecimal(2, out var unit): _content.Append(unit); break;
            default:
                Faults.Add((Position - 2, LexicalFaults.UnknownEscape(c)));
                break;
        }
    }

    private bool TryReadHexadecimal(int length, out char unit)
    {
        unit = '\0';
        if (Position + length > source.Length) return false;
        var digits = source.Text.AsSpan(Position, length);
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
        unit = (char)value;
        Position += length;
        return true;
    }
}
