using Orchestration.Templating.Html;
using Orchestration.Templating.Problems;

namespace Orchestration.Templating.Checking;

/// <summary>T4xx: places in HTML.</summary>
internal static class PlaceFaults
{
    public static Fault Refused(Place place) => place.Kind switch
    {
        PlaceKind.Code => new(
            "T401", $"Rien ne s'imprime dans `<{place.Tag}>`.",
            "Écrire la valeur en toutes lettres, ou la placer dans le texte."),
        PlaceKind.Comment or PlaceKind.Declaration or PlaceKind.DeclarationOpen =>
            new("T402", $"Rien ne s'imprime {place.Describe()}.", "Déplacer cette valeur dans le texte, ou l'ôter."),
        PlaceKind.TagOpen or PlaceKind.TagName or PlaceKind.EndTagOpen or PlaceKind.EndTag =>
            new(
                "T403", "Rien ne s'imprime dans un nom de balise.",
                "Écrire les deux balises, chacune dans sa branche `if` ; un `<` de texte s'écrit `&lt;`."),
        PlaceKind.InTag or PlaceKind.AttributeName or PlaceKind.AfterAttributeName => new(
            "T404", $"Dans la balise `<{place.Tag}>`, une valeur s'imprime entre les guillemets d'un attribut.",
            "Écrire l'attribut en entier : `nom=\"{{ valeur }}\"`, dans un `if` s'il peut manquer."),
        PlaceKind.BeforeValue or PlaceKind.UnquotedValue =>
            new("T405", $"L'attribut `{place.Attribute}` n'a pas de guillemets.", $"Écrire `{place.Attribute}=\"{{{{ … }}}}\"`."),
        _ => new("T406", $"Rien ne s'imprime dans l'attribut `{place.Attribute}` de `<{place.Tag}>`.", place.Attribute switch
        {
            "style" => "Écrire une classe ou un style par cas, chacun dans sa branche `if`.",
            _ => "Écrire la valeur en toutes lettres.",
        }),
    };

    public static Fault UnknownScheme() => new(
        "T407", "Le début de cette adresse doit montrer où elle mène.",
        "La commencer par `https://`, `mailto:` ou `tel:`, ou imprimer l'adresse entière.");

    public static Fault DifferentPlaces(string keyword, Place one, Place other) => new(
        "T408",
        $"Les chemins de ce `{keyword}` ne finissent pas au même endroit : l'un {one.Describe()}, l'autre {other.Describe()}.",
        "Ouvrir et fermer les mêmes balises et les mêmes guillemets sur chaque chemin.");

    public static Fault UnfinishedHtml(Place place) => new(
        "T409", $"Le HTML s'arrête {place.Describe()}.", "Fermer le guillemet, la balise ou le commentaire.");

    public static Fault MarkupElsewhere(Place place) => new(
        "T410", $"Un contenu HTML capturé ne s'imprime pas {place.Describe()}.", "Y imprimer un texte ou un champ.");

    public static Fault WrongPrelude(string function, string expected) => new(
        "T411", $"`{function}` ne convient pas ici.", $"Le retirer : `{expected}` est ajouté de lui-même.");

    public static Fault RawOutsideLayout() => new(
        "T412", "`raw` n'est permis que dans les gabarits (`layouts/`).", "Le retirer : la valeur est protégée d'elle-même.");

    public static Fault RawValue() => new(
        "T413", "`raw` imprimerait une valeur sans la protéger.",
        "Le retirer ; `raw` ne va qu'avec un contenu capturé ou un texte écrit dans le gabarit.");

    public static Fault PreludeInside(string function) => new(
        "T414", $"`{function}` se met tout à la fin d'une valeur imprimée.", "Le retirer : il est ajouté de lui-même.");

    public static Fault EscapedTwice(string function) => new(
        "T415", $"`{function}` protégerait deux fois : ce qui s'imprime en HTML l'est déjà.", $"Retirer `{function}`.");

    public static Fault IncludeElsewhere(Place place) => new(
        "T416", $"`include` ne va pas {place.Describe()}.", "Le placer entre deux balises.");
}
