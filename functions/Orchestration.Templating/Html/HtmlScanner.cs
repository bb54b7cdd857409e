namespace Orchestration.Templating.Html;

/// <summary>Follows the place through raw HTML, character by character.</summary>
internal static class HtmlScanner
{
    public static Place Advance(Place place, ReadOnlySpan<char> text)
    {
        foreach (var c in text) place = Next(place, c);
        return place;
    }

    private static Place Next(Place place, char c) => place.Kind switch
    {
        PlaceKind.Text => c == '<' ? new Place(PlaceKind.TagOpen) : place,
        PlaceKind.TagOpen => AfterOpening(c),
        PlaceKind.TagName => InTagName(place, c),
        PlaceKind.EndTagOpen =>
            char.IsAsciiLetter(c) ? new Place(PlaceKind.EndTag) : UpToGreater(new Place(PlaceKind.Declaration), c),
        PlaceKind.EndTag or PlaceKind.Declaration => UpToGreater(place, c),
        PlaceKind.InTag or PlaceKind.AfterAttributeName => InTag(place, c),
        PlaceKind.AttributeName => InAttributeName(place, c),
        PlaceKind.BeforeValue => BeforeValue(place, c),
        PlaceKind.QuotedValue => c == place.Quote ? new Place(PlaceKind.InTag, place.Tag) : UrlScanner.Advance(place, c),
        PlaceKind.UnquotedValue => InUnquotedValue(place, c),
        PlaceKind.DeclarationOpen => InDeclarationOpening(place, c),
        PlaceKind.Comment => InComment(place, c),
        PlaceKind.TitleText or PlaceKind.Code => InContent(place, c),
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };

    private static Place AfterOpening(char c) => c switch
    {
        '/' => new Place(PlaceKind.EndTagOpen),
        '!' => new Place(PlaceKind.DeclarationOpen),
        '?' => new Place(PlaceKind.Declaration),
        '<' => new Place(PlaceKind.TagOpen),
        _ when char.IsAsciiLetter(c) => new Place(PlaceKind.TagName, Tag: Lower(c)),
        _ => Place.Start,
    };

    private static Place UpToGreater(Place place, char c) => c == '>' ? Place.Start : place;

    private static Place InTagName(Place place, char c) =>
        IsSeparator(c) ? InTag(new Place(PlaceKind.InTag, place.Tag), c) : place with { Tag = place.Tag + Lower(c) };

    private static Place InTag(Place place, char c) => c switch
    {
        '>' => Content(place.Tag),
        '/' => new Place(PlaceKind.InTag, place.Tag),
        '=' when place.Kind == PlaceKind.AfterAttributeName => place with { Kind = PlaceKind.BeforeValue },
        _ when char.IsWhiteSpace(c) => place,
        _ => new Place(PlaceKind.AttributeName, place.Tag, Lower(c)),
    };

    private static Place InAttributeName(Place place, char c) => c switch
    {
        '=' => place with { Kind = PlaceKind.BeforeValue },
        _ when IsSeparator(c) => InTag(place with { Kind = PlaceKind.AfterAttributeName }, c),
        _ => place with { Attribute = place.Attribute + Lower(c) },
    };

    private static Place BeforeValue(Place place, char c) => c switch
    {
        '"' or '\'' => place with
        {
            Kind = PlaceKind.QuotedValue,
            Quote = c,
            Url = HtmlNames.IsUrlAttribute(place.Attribute) ? UrlPart.Start : UrlPart.NotUrl,
        },
        '>' => Content(place.Tag),
        _ when char.IsWhiteSpace(c) => place,
        _ => place with { Kind = PlaceKind.UnquotedValue },
    };

    private static Place InUnquotedValue(Place place, char c) =>
        c == '>' ? Content(place.Tag) : char.IsWhiteSpace(c) ? new Place(PlaceKind.InTag, place.Tag) : place;

    private static Place InDeclarationOpening(Place place, char c) => (place.Pending, c) switch
    {
        ("", '-') => place with { Pending = "-" },
        ("-", '-') => new Place(PlaceKind.Comment),
        _ => UpToGreater(new Place(PlaceKind.Declaration), c),
    };

    private static Place InComment(Place place, char c) => (place.Pending, c) switch
    {
        ("--", '>') => Place.Start,
        ("--", '-') => place,
        (_, '-') => place with { Pending = place.Pending + "-" },
        _ => new Place(PlaceKind.Comment),
    };

    /// <summary>Only the element's own end tag ends its content.</summary>
    private static Place InContent(Place place, char c)
    {
        var end = $"</{place.Tag}";
        if (place.Pending == end && IsSeparator(c)) return UpToGreater(new Place(PlaceKind.EndTag), c);
        var pending = place.Pending + Lower(c);
        if (!end.StartsWith(pending, StringComparison.Ordinal)) pending = c == '<' ? "<" : "";
        return place with { Pending = pending };
    }

    private static Place Content(string tag)
    {
        if (HtmlNames.IsCodeElement(tag)) return new Place(PlaceKind.Code, tag);
        return HtmlNames.IsTitleElement(tag) ? new Place(PlaceKind.TitleText, tag) : Place.Start;
    }

    private static bool IsSeparator(char c) => c is '/' or '>' || char.IsWhiteSpace(c);

    private static string Lower(char c) => char.ToLowerInvariant(c).ToString();
}
