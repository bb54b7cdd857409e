using System.Text;

namespace Orchestration.Templating.Html;

internal static class LineBreaks
{
    /// <summary>Puts <c>&lt;br /&gt;</c> before each line end, whichever way it is written.</summary>
    public static string Mark(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n') < 0) return text;
        var marked = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            var isSecondHalf = text[i] == '\n' && i > 0 && text[i - 1] == '\r';
            if (text[i] is '\r' or '\n' && !isSecondHalf) marked.Append("<br />");
            marked.Append(text[i]);
        }

        return marked.ToString();
    }
}
