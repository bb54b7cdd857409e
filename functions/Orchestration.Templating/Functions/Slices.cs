using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary>Pieces of texts. A start or a length outside the text gives less, never an error.</summary>
internal static class Slices
{
    /// <summary>A negative start counts from the end; before the beginning, it eats up the length.</summary>
    public static string Take(string text, int start, int length)
    {
        if (start >= text.Length) return "";
        long from = start < 0 ? start + text.Length : start;
        var to = Math.Min(from + length, text.Length);
        from = Math.Max(from, 0);
        return to <= from ? "" : text[(int)from..(int)to];
    }

    public static string Truncate(string text, int length, string ellipsis) =>
        text.Length == 0 || text.Length <= length
            ? text
            : string.Concat(text.AsSpan(0, Math.Max(length - ellipsis.Length, 0)), ellipsis);

    /// <summary>As in Scriban, blind to case where <c>replace</c> is not.</summary>
    public static string ReplaceOnce(string text, string match, string replacement, bool isLast)
    {
        var index = isLast
            ? text.LastIndexOf(match, StringComparison.OrdinalIgnoreCase)
            : text.IndexOf(match, StringComparison.OrdinalIgnoreCase);
        return index < 0 ? text : string.Concat(text.AsSpan(0, index), replacement, text.AsSpan(index + match.Length));
    }

    public static Value[] Split(string? text, string? separator)
    {
        if (string.IsNullOrEmpty(text)) return [];
        return string.IsNullOrEmpty(separator)
            ? [Value.Of(text)]
            : Array.ConvertAll(text.Split(separator, StringSplitOptions.RemoveEmptyEntries), Value.Of);
    }
}
