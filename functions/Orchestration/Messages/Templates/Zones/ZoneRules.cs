using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Orchestration.Messages.Sms;
using Orchestration.Wording;

namespace Orchestration.Messages.Templates.Zones;

/// <summary>
/// What a caisse may write into a free zone: plain words and addresses of allowed pages, nothing that a program or a mail client could take for
/// something else. Every fault at once.
/// </summary>
internal static partial class ZoneRules
{
    /// <param name="zone">As the template declares it.</param>
    /// <param name="text">Null or empty: nothing was written.</param>
    /// <param name="settings">Allowed domains and telephone numbers.</param>
    public static IEnumerable<ZoneFault> Faults(ZoneDeclaration zone, string? text, MessageSettings settings)
    {
        if (string.IsNullOrWhiteSpace(text))
            return zone.Optional ? [] : [new ZoneFault("Z010", "Ce texte manque.", French.Text($"Écrivez : {zone.Label}."))];
        text = Whole(text);
        return
        [
            .. Length(zone, text),
            .. Characters(zone, text),
            .. Markup(text),
            .. zone.Kind == ZoneKind.Link ? ZoneLinks.OfPage(text, settings) : [.. ZoneLinks.InText(text, settings), .. ZoneCharter.Faults(text)],
            .. zone.Kind == ZoneKind.Sms ? Alphabet(text) : [],
        ];
    }

    /// <summary>
    /// The text as it will be shown: blanks at the ends of lines and empty lines gone, the spaces and apostrophes of French typography in place.
    /// </summary>
    public static string Tidy(ZoneDeclaration zone, string text)
    {
        var lines = Whole(text).Normalize(NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        var tidy = string.Join('\n', lines);
        return zone.Kind == ZoneKind.Link ? tidy : French.Typeset(tidy);
    }

    private static IEnumerable<ZoneFault> Length(ZoneDeclaration zone, string text)
    {
        if (text.Length > zone.MaxLength)
        {
            yield return new ZoneFault(
                "Z011", $"Ce texte a {text.Length} caractères, plus que les {zone.MaxLength} permis.", $"Ramenez-le à {zone.MaxLength} caractères au plus.");
        }
    }

    private static IEnumerable<ZoneFault> Characters(ZoneDeclaration zone, string text)
    {
        if (zone.Kind != ZoneKind.Paragraph && text.Contains('\n', StringComparison.Ordinal))
            yield return new ZoneFault("Z012", "Ce texte tient sur une seule ligne.", "Retirez les retours à la ligne.");
        if (text.EnumerateRunes().Any(rune => rune.Value != '\n' && IsInvisible(rune)))
        {
            yield return new ZoneFault(
                "Z013", "Ce texte contient un caractère invisible ou de commande.", "Saisissez-le à nouveau, sans copier-coller depuis une page ou un document.");
        }
    }

    /// <summary>Half a surrogate pair becomes the replacement character.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static bool IsInvisible(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned;

    private static IEnumerable<ZoneFault> Markup(string text)
    {
        if (CodeLike().Match(text) is { Success: true } match)
        {
            yield return new ZoneFault(
                "Z014", French.Text($"« {match.Value} » est un signe de programmation."), "Écrivez du texte simple, sans balise, sans accolades et sans code.");
        }
    }

    private static IEnumerable<ZoneFault> Alphabet(string text)
    {
        var outside = SmsTransliteration.Apply(text).Text.EnumerateRunes()
            .Where(rune => !rune.IsBmp || !Gsm0338.Contains((char)rune.Value))
            .Select(rune => rune.ToString()).Distinct().ToList();
        if (outside.Count > 0)
        {
            yield return new ZoneFault(
                "Z015", French.Text($"L’alphabet des SMS n’a pas « {string.Join(' ', outside)} » : le message coûterait le double."),
                "Remplacez ces caractères par des lettres.");
        }
    }

    [GeneratedRegex(@"<|>|\{\{|\}\}|\{%|%\}|&(?:#[0-9a-z]+|[a-z]+);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeLike();
}
