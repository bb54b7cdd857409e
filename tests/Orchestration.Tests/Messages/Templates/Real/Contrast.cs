using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>Contrast of WCAG 2.1 for every text of a message that writes its colours in <c>style</c> attributes and one simple style sheet.</summary>
internal static partial class Contrast
{
    /// <summary>Each text with the ratio of its colour to what it stands on.</summary>
    public static IEnumerable<(string Text, double Ratio)> Of(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var sheet = Rule().Matches(document.QuerySelector("style")!.TextContent)
            .Select(rule => (Elements: document.QuerySelectorAll(rule.Groups["selector"].Value).ToHashSet(), Colour: rule.Groups["colour"].Value))
            .ToList();
        foreach (var text in document.Body!.Descendants<IText>().Where(text => !string.IsNullOrWhiteSpace(text.Data)))
        {
            var ancestors = text.Ancestors<IElement>().ToList();
            var colour = ancestors.Select(element => Inline(element, "color") ?? sheet.LastOrDefault(rule => rule.Elements.Contains(element)).Colour)
                .FirstOrDefault(value => value is not null) ?? "#000000";
            var background = ancestors.Select(element => Inline(element, "background-color")).FirstOrDefault(value => value is not null) ?? "#ffffff";
            yield return (text.Data.Trim(), Ratio(colour, background));
        }
    }

    public static double Ratio(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static string? Inline(IElement element, string property)
    {
        var match = Declaration().Matches(element.GetAttribute("style") ?? "").LastOrDefault(match => match.Groups["property"].Value == property);
        return match?.Groups["colour"].Value;
    }

    private static double Luminance(string colour) => (0.2126 * Channel(colour, 1)) + (0.7152 * Channel(colour, 3)) + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"(?:^|[;\s])(?<property>color|background-color):\s*(?<colour>#[0-9a-f]{6})")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?<selector>[^{}@\n]+) \{[^}]*[;{\s]color: (?<colour>#[0-9a-f]{6})", RegexOptions.Multiline)]
    private static partial Regex Rule();
}
