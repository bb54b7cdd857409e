namespace Orchestration.Templating.Html;

/// <summary>Follows the value of a URL attribute as far as its scheme.</summary>
internal static class UrlScanner
{
    private static readonly (string Prefix, UrlPart Part)[] Prefixes =
    [
        ("https://", UrlPart.Component),
        ("#", UrlPart.Component),
        ("mailto:", UrlPart.Address),
        ("tel:", UrlPart.Address),
    ];

    public static Place Advance(Place place, char c) => place.Url switch
    {
        UrlPart.Start or UrlPart.Scheme => InScheme(place, place.Pending + char.ToLowerInvariant(c)),
        UrlPart.Address when c == '?' => place with { Url = UrlPart.Component },
        _ => place,
    };

    private static Place InScheme(Place place, string read)
    {
        foreach (var (prefix, part) in Prefixes)
        {
            if (prefix == read) return place with { Url = part, Pending = "" };
            if (prefix.StartsWith(read, StringComparison.Ordinal)) return place with { Url = UrlPart.Scheme, Pending = read };
        }

        return place with { Url = UrlPart.Other, Pending = "" };
    }
}
