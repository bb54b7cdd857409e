using System.Net;
using Orchestration.Templating.Html;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Functions;

/// <summary><c>html.*</c>: texts that talk about HTML. Escaping what is printed needs none of them.</summary>
internal static class HtmlFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("html.escape text? -> text?1", (a, _) => Text(WebUtility.HtmlEncode(a[0].Text))),
        new("html.newline_to_br text? -> text?1", (a, _) => Text(a[0].Text is { } text ? LineBreaks.Mark(text) : null)),
        new("html.strip text? -> text?1", (a, _) => Text(a[0].Text is { } text ? TagStripper.Strip(text) : null)),
        new("html.url_encode text? -> text?1", (a, _) => Text(a[0].Text is { } text ? UrlEncoder.EncodeComponent(text) : null)),
        new("html.url_escape text? -> text?1", (a, _) => Text(a[0].Text is { } text ? UrlEncoder.Escape(text) : null)),
    ];

    private static Value Text(string? text) => text is null ? Value.Null : Value.Of(Limits.Check(text));
}
