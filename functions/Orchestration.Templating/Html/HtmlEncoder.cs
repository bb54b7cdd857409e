using System.Buffers;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Html;

/// <summary>Escapes <c>&amp; &lt; &gt; " '</c> and nothing else: accents stay readable in the source of an e-mail.</summary>
internal static class HtmlEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static void Write(ReadOnlySpan<char> text, OutputBuffer output)
    {
        while (true)
        {
            var index = text.IndexOfAny(Special);
            if (index < 0)
            {
                output.Write(text);
                return;
            }

            output.Write(text[..index]);
            output.Write(Entity(text[index]));
            text = text[(index + 1)..];
        }
    }

    private static string Entity(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => "&#39;",
    };
}
