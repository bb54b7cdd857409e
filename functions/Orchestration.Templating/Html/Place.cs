namespace Orchestration.Templating.Html;

/// <summary>A place in an HTML text. Two branches must end in equal places.</summary>
/// <param name="Kind">The tokenizer's state.</param>
/// <param name="Tag">The element's name in lower case, from its first letter to the end of its content when that is no
/// HTML.</param>
/// <param name="Attribute">The attribute's name in lower case.</param>
/// <param name="Quote">What closes the value.</param>
/// <param name="Url">For the value of a URL attribute.</param>
/// <param name="Pending">What was read of something not yet recognised: a scheme, a comment's end, an end tag.</param>
internal readonly record struct Place(
    PlaceKind Kind, string Tag = "", string Attribute = "", char Quote = '\0', UrlPart Url = UrlPart.NotUrl, string Pending = "")
{
    public static Place Start { get; } = new(PlaceKind.Text);

    /// <summary>The place after a printed expression.</summary>
    public Place AfterPrint() => Url == UrlPart.NotUrl ? this : this with
    {
        Url = Url is UrlPart.Start or UrlPart.Scheme ? UrlPart.Component : Url,
        Pending = "",
    };

    /// <summary>In French, for problems.</summary>
    public string Describe() => Kind switch
    {
        PlaceKind.Text => "dans le texte",
        PlaceKind.TitleText => $"dans le texte de `<{Tag}>`",
        PlaceKind.Code => $"dans `<{Tag}>`",
        PlaceKind.Comment => "dans un commentaire",
        PlaceKind.Declaration or PlaceKind.DeclarationOpen => "dans une déclaration `<!…>`",
        PlaceKind.QuotedValue or PlaceKind.UnquotedValue or PlaceKind.BeforeValue =>
            $"dans l'attribut `{Attribute}` de `<{Tag}>`",
        PlaceKind.TagOpen or PlaceKind.TagName or PlaceKind.EndTagOpen or PlaceKind.EndTag => "dans un nom de balise",
        _ => $"dans la balise `<{Tag}>`",
    };
}
