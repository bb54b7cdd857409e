using System.Globalization;
using System.Text;

namespace Orchestration.Templating.Functions;

/// <summary>Texts as a program would write them.</summary>
internal static class Quoting
{
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && text.AsSpan().IndexOfAny('"', '\\') < 0) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                >= ' ' => escaped.Append(c),
                _ => escaped.Append(Control(c)),
            };
        }

        return escaped.ToString();
    }

    private static string Control(char c) => c switch
    {
        '\a' => @"\a",
        '\b' => @"\b",
        '\t' => @"\t",
        '\r' => @"\r",
        '\v' => @"\v",
        '\f' => @"\f",
        '\n' => @"\n",
        _ => @"\x" + ((int)c).ToString("x2", CultureInfo.InvariantCulture),
    };
}
