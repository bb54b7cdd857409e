using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>
/// A link leads to an allowed domain over https, or to a telephone number of the institution: what the public is told to expect of
/// genuine messages (domain.md B1). No mailto, no shortener, no user name that could pass for a domain.
/// </summary>
internal static partial class LinkCheck
{
    private const string Code = "C010";
    private static readonly string[] LinkAttributes = ["href", "src", "action", "formaction", "background", "poster", "data", "cite", "srcset"];

    public static IEnumerable<TemplateProblem> Run(CheckInput input) =>
    [
        .. InAttributes(input),
        .. input.Parts.SelectMany(part =>
            part.File == PackageFiles.ExpectedHtml ? InTextOfHtml(input) : Find(part.File, part.Text, AnyLink(), input.Settings)),
    ];

    /// <summary>The links written out in the source of a template: those of the branches that no sample takes.</summary>
    public static IEnumerable<TemplateProblem> InSource(string file, string text, MessageSettings settings) =>
        Find(file, text, WrittenLink(), settings);

    private static IEnumerable<TemplateProblem> Find(string file, string text, Regex links, MessageSettings settings) =>
        from match in links.Matches(text)
        where !IsAllowed(match.Value, settings)
        select ProblemLog.Problem(file, Place.Of(text, match.Index, match.Length), Code, Message(match.Value), Mend(settings));

    private static IEnumerable<TemplateProblem> InAttributes(CheckInput input) =>
        from element in input.Html?.All ?? Enumerable.Empty<IElement>()
        from name in LinkAttributes
        let link = element.GetAttribute(name)
        where link is not null && !IsAllowed(link.Trim(), input.Settings)
        select Findings.At(element, Code, Message(link), Mend(input.Settings));

    /// <summary>Mail clients make links of addresses in the text too.</summary>
    private static IEnumerable<TemplateProblem> InTextOfHtml(CheckInput input) =>
        from text in input.Html?.Body?.Descendants<IText>() ?? []
        from match in AnyLink().Matches(text.Data)
        where !IsAllowed(match.Value, input.Settings)
        select Findings.At(text.ParentElement!, Code, Message(match.Value), Mend(input.Settings));

    /// <summary>Whether it leads to an allowed domain over https, or to a telephone number of the institution.</summary>
    public static bool IsAllowed(string link, MessageSettings settings) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme switch
        {
            "https" => uri.UserInfo.Length == 0 && uri.IsDefaultPort && HostOf(uri) is { } host && Domains.Include(settings.Domains, host),
            "tel" => settings.PhoneNumbers.Contains(link["tel:".Length..]),
            _ => false,
        };

    /// <returns>Null for a host that no network would look up: letters that names cannot have.</returns>
    private static string? HostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string Message(string link) => $"Le lien « {link} » n’est pas permis.";

    private static string Mend(MessageSettings settings) =>
        $"Un lien commence par https:// et mène à {string.Join(" ou ", settings.Domains)} ; " +
        $"un appel mène au {string.Join(" ou ", settings.PhoneNumbers)}.";

    [GeneratedRegex(@"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.)[^\s<>«»""']*(?<![.,;:!?)])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WrittenLink();

    /// <summary>What a mail client or a phone turns into a link: also a domain followed by a path. In a source, that would be code as well.</summary>
    [GeneratedRegex(
        @"(?:\b[a-z][a-z0-9+.-]*://|\bwww\.|\b(?:[a-z0-9-]+\.)+[a-z]{2,}/)[^\s<>«»""]*(?<![.,;:!?)])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnyLink();
}
