using System.Collections;
using System.Text;

namespace Orchestration.Templating.Html;

/// <summary>
/// Takes tags, comments, scripts and styles out of a text; a <c>&lt;</c> that opens no tag stays. Remembers what led nowhere, so
/// that no text takes more time than its length.
/// </summary>
internal sealed class TagStripper
{
    private static readonly (string Opening, string Closing)[] Whole =
        [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    private readonly string _text;
    private readonly bool[] _hasNoClosing = new bool[Whole.Length];
    private readonly BitArray _leadsNowhere;

    private TagStripper(string text)
    {
        _text = text;
        _leadsNowhere = new BitArray(text.Length);
    }

    public static string Strip(string text) => text.Contains('<', StringComparison.Ordinal) ? new TagStripper(text).Strip() : text;

    private string Strip()
    {
        var kept = new StringBuilder(_text.Length);
        for (var i = 0; i < _text.Length;)
        {
            var end = _text[i] == '<' ? EndOfWhole(i) : -1;
            if (end < 0 && _text[i] == '<') end = EndOfTag(i);
            if (end < 0) kept.Append(_text[i++]);
            else i = end;
        }

        return kept.ToString();
    }

    private int EndOfWhole(int start)
    {
        for (var kind = 0; kind < Whole.Length; kind++)
        {
            var (opening, closing) = Whole[kind];
            if (_hasNoClosing[kind] || string.Compare(_text, start, opening, 0, opening.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var end = _text.IndexOf(closing, start + opening.Length, StringComparison.OrdinalIgnoreCase);
            if (end >= 0) return end + closing.Length;
            _hasNoClosing[kind] = true;
        }

        return -1;
    }

    /// <summary>A <c>&gt;</c> in the value of an attribute does not end its tag.</summary>
    private int EndOfTag(int start)
    {
        for (var i = start + 1; i < _text.Length && !_leadsNowhere[i]; i++)
        {
            if (_text[i] == '>') return i + 1;
            _leadsNowhere[i] = true;
            if (_text[i] != '=' || i + 1 >= _text.Length) continue;
            i = _text[i + 1] is '"' or '\'' ? _text.IndexOf(_text[i + 1], i + 2) : EndOfBareValue(i + 1);
            if (i < 0) return -1;
        }

        return -1;
    }

    /// <summary>The last character of an unquoted attribute value.</summary>
    private int EndOfBareValue(int start)
    {
        var end = start;
        while (end + 1 < _text.Length && _text[end + 1] != '>' && !char.IsWhiteSpace(_text[end + 1])) end++;
        return end;
    }
}
