using System.Text;
using System.Text.RegularExpressions;
using Orchestration.Messages.Templates.Checks;
using Orchestration.Wording;

namespace Orchestration.Messages.Templates.Zones;

/// <summary>
/// Where a text of a caisse may lead: to pages of allowed domains over https and to the telephone numbers of the institution (domain.md B1). Mail clients
/// and telephones make links of bare names, addresses and numbers too, so that those count as links.
/// </summary>
internal static partial class ZoneLinks
{
    /// <summary>The one address of a link zone.</summary>
    public static IEnumerable<ZoneFault> OfPage(string text, MessageSettings settings)
    {
        if (!text.StartsWith("https://", StringComparison.Ordinal) || text.Any(char.IsWhiteSpace) || !LinkCheck.IsAllowed(text, settings))
            yield return new ZoneFault("Z020", French.Text($"« {text} » n’est pas l’adresse d’une page permise."), Mend(settings));
        else if (IsImage(text))
            yield return Image(text);
    }

    public static IEnumerable<ZoneFault> InText(string text, MessageSettings settings)
    {
        // Letters and dots of other widths lead where the usual ones do.
        var plain = text.Normalize(NormalizationForm.FormKC).Replace('\u3002', '.');
        var mails = Mail().Matches(plain).Select(match => match.Value).ToList();
        return
        [
            .. mails.Select(mail => new ZoneFault(
                "Z021", French.Text($"« {mail} » est une adresse e-mail."), "Renvoyez vers une page d’ameli.fr ou vers le 3646 : un message de l’Assurance Maladie ne demande pas d’écrire ailleurs.")),
            .. Address().Matches(Mail().Replace(plain, " ")).Select(match => Ending().Replace(match.Value, "")).SelectMany(address => OfAddress(address, settings)),
            .. Telephone().Matches(plain).Where(match => !IsAllowedNumber(match.Value, settings)).Select(match => new ZoneFault(
                "Z023", French.Text($"« {match.Value} » est un numéro de téléphone."), $"Donnez le {string.Join(" ou le ", settings.PhoneNumbers)}.")),
        ];
    }

    private static IEnumerable<ZoneFault> OfAddress(string address, MessageSettings settings)
    {
        var isPlainName = PlainName().IsMatch(address);
        if (isPlainName ? !Domains.Include(settings.Domains, address) : !LinkCheck.IsAllowed(address, settings))
        {
            yield return new ZoneFault(
                "Z022", French.Text($"« {address} » serait pris pour une adresse qui n’est pas permise."),
                isPlainName ? $"{Mend(settings)} Après un point, mettez une espace." : Mend(settings));
        }
        else if (IsImage(address))
        {
            yield return Image(address);
        }
    }

    private static bool IsImage(string address) => ImageName().IsMatch(address);

    private static ZoneFault Image(string address) =>
        new("Z024", French.Text($"« {address} » est une image."), "Menez à une page : les images d’un message sont celles de son gabarit.");

    private static bool IsAllowedNumber(string number, MessageSettings settings) =>
        settings.PhoneNumbers.Contains(string.Concat(number.Where(char.IsAsciiDigit)));

    private static string Mend(MessageSettings settings) =>
        $"Une adresse commence par https:// et mène à {French.Or([.. settings.Domains])}.";

    [GeneratedRegex(@"[^\s@]+@[^\s@]+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>A scheme, « www. », a name with a domain after its last dot, four numbers with dots; and all that hangs on it.</summary>
    [GeneratedRegex(
        @"(?:\b[a-z][a-z0-9+.-]*:/{1,}|\b(?:javascript|data|mailto|tel|sms|file|vbscript|cid):(?=\S)|\bwww\." +
        @"|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:xn--[a-z0-9-]+|[\p{L}\p{M}]{2,})(?![\p{L}\p{N}])|\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b)" +
        @"[^\s<>«»""]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[.,;:!?)’']+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\A[\p{L}\p{M}\p{N}.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\.(?:png|jpe?g|gif|svg|webp|bmp|ico|tiff?|avif|heic)(?:[?#]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();

    /// <summary>As in France, by twos or by threes (0 800 123 456), or with the prefix of a country.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?:(?:\+|00)[1-9][0-9](?:[\s.()-]{0,3}[0-9]){7,12}|0[1-9](?:[\s.-]?[0-9]{2}){4}|0[\s.-]?[1-9][0-9]{2}(?:[\s.-]?[0-9]{3}){2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
