using AngleSharp.Dom;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>Nothing that runs, embeds, submits or loads a style sheet: mail clients strip it, or filters reject the message for it.</summary>
internal static class ActiveContentCheck
{
    private const string Forbidden =
        "script, iframe, frame, object, embed, applet, svg, audio, video, " +
        "form, input, button, textarea, select, base, link, meta[http-equiv=refresh]";

    /// <summary>What makes CSS load a file. A backslash could spell any of them in another way.</summary>
    private static readonly string[] Loading = ["@import", "url(", "image(", "image-set(", "src(", "\\"];

    public static IEnumerable<TemplateProblem> Run(CheckInput input) => input.Html is { } html
        ? [.. Elements(html), .. Handlers(html), .. Styles(html)]
        : [];

    private static IEnumerable<TemplateProblem> Elements(IDocument html) =>
        from element in html.QuerySelectorAll(Forbidden)
        select Findings.At(
            element, "C070", $"L’élément <{element.LocalName}> n’a pas sa place dans un message.",
            "Retirez-le ; les styles se mettent dans <style> ou dans l’attribut style.");

    private static IEnumerable<TemplateProblem> Handlers(IDocument html) =>
        from element in html.All
        from attribute in element.Attributes
        where attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        select Findings.At(element, "C071", $"L’attribut {attribute.Name} exécute du code.", "Retirez-le.");

    private static IEnumerable<TemplateProblem> Styles(IDocument html) =>
        from element in html.All
        let css = element.LocalName == "style" ? element.TextContent : element.GetAttribute("style")
        where css is not null && Loading.Any(word => css.Contains(word, StringComparison.OrdinalIgnoreCase))
        select Findings.At(element, "C072", "Ce style charge un fichier extérieur.", "Retirez @import, url(…) et les barres obliques inverses.");
}
