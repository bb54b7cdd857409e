using System.Collections.Frozen;

namespace Orchestration.Templating.Html;

/// <summary>
/// The elements and attributes whose content is more than text (HTML Living Standard, 13.2.5 and its list of attributes).
/// </summary>
internal static class HtmlNames
{
    private static readonly FrozenSet<string> CodeElements =
        FrozenSet.ToFrozenSet(["script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"]);

    private static readonly FrozenSet<string> UrlAttributes = FrozenSet.ToFrozenSet(
    [
        "action", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon", "longdesc",
        "lowsrc", "manifest", "ping", "poster", "profile", "src", "usemap", "xlink:href",
    ]);

    private static readonly FrozenSet<string> CodeAttributes = FrozenSet.ToFrozenSet(
        ["style", "srcdoc", "srcset", "imagesrcset"]);

    public static bool IsCodeElement(string name) => CodeElements.Contains(name);

    public static bool IsTitleElement(string name) => name is "title" or "textarea";

    public static bool IsUrlAttribute(string name) => UrlAttributes.Contains(name);

    /// <summary>
    /// Attributes in which no escaping makes a value safe: style sheets, scripts, lists of addresses, redirections.
    /// </summary>
    public static bool IsCodeAttribute(string element, string name) =>
        CodeAttributes.Contains(name) || name.StartsWith("on", StringComparison.Ordinal)
            || (element == "meta" && name is "content" or "http-equiv");
}
