using System.Text;
using System.Text.RegularExpressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>Texts word by word.</summary>
internal static partial class Words
{
    public static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : string.Concat(Upper(text[0]), text.AsSpan(1));

    public static string CapitalizeEach(string text)
    {
        var isStart = true;
        return string.Create(text.Length, text, (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var starts = isStart && char.IsLetter(source[i]);
                target[i] = starts ? char.ToUpper(source[i], French.Culture) : source[i];
                isStart = char.IsWhiteSpace(source[i]) || (isStart && !starts);
            }
        });
    }

    /// <summary><c>L'été, déjà !</c> is <c>l-été-déjà</c>.</summary>
    public static string Handleize(string text)
    {
        var handle = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) handle.Append(char.ToLowerInvariant(c));
            else if (handle.Length == 0 || handle[^1] != '-') handle.Append('-');
        }

        if (handle.Length > 0 && handle[^1] == '-') handle.Length--;
        return handle.ToString();
    }

    /// <summary>The first words and three dots, which Scriban always adds; its third argument changes nothing.</summary>
    public static string Truncate(string text, int count) =>
        text.Length == 0 ? "" : string.Join(' ', Spaces().Split(text).Take(count)) + "...";

    private static string Upper(char c) => char.ToUpper(c, French.Culture).ToString();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
