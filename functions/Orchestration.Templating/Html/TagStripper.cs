using System.Text;

namespace Orchestration.Templating.Html;

/// <summary>Takes tags, comments, scripts and styles out of a text; a <c>&lt;</c> that opens no tag stays.</summary>
internal static class TagStripper
{
    private static readonly (string Opening, string Closing)[] Whole =
        [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = text[i] == '<' ? EndOfTag(text, i) : -1;
            if (end < 0) kept.Append(text[i++]);
            else i = end;
        }

        return kept.ToString();
    }

    private static int EndOfTag(string text, int start)
    {
        foreach (var (opening, closing) in Whole)
        {
            if (string.Compare(text, start, opening, 0, opening.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
            var end = text.IndexOf(closing, start + opening.Length, StringComparison.OrdinalIgnoreCase);
            if (end >= 0) return end + closing.Length;
        }

        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '>') return i + 1;
            if (text[i] != '=' || i + 1 >= text.Length) continue;
            i = text[i + 1] is '"' or '\'' ? text.IndexOf(text[i + 1], i + 2) : EndOfBareValue(text, i + 1);
            if (i < 0) return -1;
        }

        return -1;
    }

    /// <summary>The last character of an unquoted attribute value.</summary>
    private static int EndOfBareValue(string text, int start)
    {
        var end = start;
        while (end + 1 < text.Length && text[end + 1] != '>' && !char.IsWhiteSpace(text[end + 1])) end++;
        return end;
    }
}
