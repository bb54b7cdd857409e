using System.Globalization;
using System.Text;

namespace Orchestration.Calendars.Workbooks;

/// <summary>One form for words that differ only by case, accents, spaces and signs: « Clé-en-main » is <c>cle en main</c>.</summary>
internal static class Folded
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.Replace("œ", "oe").ToString().TrimEnd();
    }
}
