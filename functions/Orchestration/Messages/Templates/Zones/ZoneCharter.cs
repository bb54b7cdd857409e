using System.Text;
using System.Text.RegularExpressions;
using Orchestration.Wording;

namespace Orchestration.Messages.Templates.Zones;

/// <summary>What no text of the institution says or shows, whoever writes it (domain.md B1, B4, B8).</summary>
internal static partial class ZoneCharter
{
    private const int FewLetters = 12;

    public static IEnumerable<ZoneFault> Faults(string text) => [.. Numbers(text), .. Secrets(text), .. Wording(text)];

    private static IEnumerable<ZoneFault> Numbers(string text)
    {
        // Digits of other widths read like the usual ones.
        text = text.Normalize(NormalizationForm.FormKC);
        if (Nir.Find(text).Any() || NirLike().IsMatch(text))
            yield return new ZoneFault("Z030", "Ce texte contient un numéro de sécurité sociale, ou ce qui y ressemble.", "Retirez-le, même d’un exemple.");
    }

    private static IEnumerable<ZoneFault> Secrets(string text)
    {
        foreach (var secret in Secret().Matches(text).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            yield return new ZoneFault(
                "Z031", French.Text($"« {secret} » : l’Assurance Maladie n’en parle dans aucun message, car les escrocs le font."),
                "Retirez ces mots ; renvoyez vers le compte ameli.");
        }
    }

    private static IEnumerable<ZoneFault> Wording(string text)
    {
        var letters = text.Where(char.IsLetter).ToList();
        if (letters.Count > FewLetters && letters.TrueForAll(char.IsUpper))
            yield return new ZoneFault("Z032", "Ce texte est tout en capitales, ce qui se lit mal.", "Écrivez-le en minuscules, avec une capitale au début.");
        if (BlindLink().Match(text) is { Success: true } match)
            yield return new ZoneFault("Z033", French.Text($"« {match.Value} » ne dit pas où l’on va."), "Dites ce que l’on trouvera : « Prendre rendez-vous ».");
    }

    /// <summary>Its first thirteen characters, whatever the key and whether there is one: nothing else in a message looks like that.</summary>
    [GeneratedRegex(
        @"(?<![0-9])[1-478](?:[\s.-]?[0-9]{2})[\s.-]?(?:0[1-9]|1[0-2]|[2-3][0-9]|4[0-2]|[5-9][0-9])[\s.-]?(?:[0-9]{2}|2[ABab])(?:[\s.-]?[0-9]{3}){2}(?:[\s./-]?[0-9]{2})?(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NirLike();

    [GeneratedRegex(
        @"\bmots? de passe\b|\bcoordonn[ée]es bancaires\b|\b(?:RIB|IBAN|NIR)\b|\bcartes? (?:bancaires?|bleues?)\b|\bnum[ée]ros? de s[ée]curit[ée] sociale\b|\bcode confidentiel\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\bcliqu(?:ez|er) ici\b|\A(?:ici|en savoir plus|lire la suite)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlindLink();
}
