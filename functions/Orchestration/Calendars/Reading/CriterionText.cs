using System.Text;

namespace Orchestration.Calendars.Reading;

/// <summary>
/// One form for criteria that differ only by their spaces and line breaks, so that laying a file out anew changes nothing.
/// </summary>
internal static class CriterionText
{
    /// <summary>
    /// Trims, leaves comments out, since on one line they would hide what follows them, and makes one space of several; what stands between quotes stays
    /// as it is.
    /// </summary>
    public static string Normalize(string criterion)
    {
        var text = new StringBuilder(criterion.Length);
        char? quote = null;
        for (var i = 0; i < criterion.Length; i++)
        {
            var character = criterion[i];
            if (quote is null && (char.IsWhiteSpace(character) || character == '#'))
            {
                i = character == '#' ? EndOfComment(criterion, i) : i;
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                continue;
            }

            text.Append(character);
            if (quote is '"' or '\'' && character == '\\' && i + 1 < criterion.Length)
            {
                text.Append(criterion[++i]);
            }
            else
            {
                quote = quote is null && character is '"' or '\'' or '`' ? character : quote == character ? null : quote;
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <returns>The place of its last character: of the line, or of the next « ## » where it begins with one.</returns>
    private static int EndOfComment(string criterion, int start)
    {
        var isLong = criterion.AsSpan(start).StartsWith("##", StringComparison.Ordinal);
        var end = isLong ? criterion.IndexOf("##", start + 2, StringComparison.Ordinal) : criterion.IndexOfAny(['\r', '\n'], start);
        return end < 0 ? criterion.Length - 1 : isLong ? end + 1 : end;
    }
}
