using Orchestration.Templating.Html;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating;

/// <summary>
/// The functions that end every printed expression of a normal form, for whoever renders it elsewhere. Values are null,
/// string, bool, int, long, double, decimal or DateTime; null gives an empty text.
/// </summary>
public static class TemplatePrelude
{
    /// <summary><c>html_text</c>. Captured HTML must pass as it is instead.</summary>
    public static string HtmlText(object? value) => Print(Escaping.HtmlText, value);

    /// <summary><c>html_attr</c>.</summary>
    public static string HtmlAttribute(object? value) => Print(Escaping.HtmlAttribute, value);

    /// <summary>
    /// <c>url_attr</c>; part is null (a whole address), <c>part</c> (one component) or <c>address</c> (a mailbox, a
    /// number).
    /// </summary>
    public static string UrlAttribute(object? value, string? part) => Print(
        part switch
        {
            null => Escaping.UrlWhole,
            "part" => Escaping.UrlComponent,
            "address" => Escaping.UrlAddress,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of an address."),
        },
        value);

    /// <summary><c>plain</c>; null stays null.</summary>
    public static string? Plain(object? value) => French.ToText(ToValue(value));

    private static string Print(Escaping escaping, object? value)
    {
        var output = new OutputBuffer();
        Printing.Write(escaping, ToValue(value), output);
        return output.Written.ToString();
    }

    private static Value ToValue(object? value) => value switch
    {
        null => Value.Null,
        string text => Value.Of(text),
        bool flag => Value.Of(flag),
        int number => Value.Of((long)number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        decimal number => Value.Of(number),
        DateTime date => Value.Of(date),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be printed.", nameof(value)),
    };
}
