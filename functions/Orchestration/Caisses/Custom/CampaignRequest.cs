using System.Text.RegularExpressions;
using Orchestration.Caisses.Orders;
using Orchestration.Calendars.Reading;
using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>The body of a custom campaign, as far as it can be read without knowing its layout; what could not be read has its default, and is a fault.</summary>
/// <param name="Layout">Id of the layout: <c>custom/information-locale</c>.</param>
/// <param name="Version">Of the layout, as the caisse saw it.</param>
/// <param name="Title">For the people of the caisse; recipients do not see it.</param>
/// <param name="Theme">What it must not meet a national campaign on.</param>
/// <param name="Zones">Name to text, as the caisse wrote it: null where the text itself cannot be read, empty where there is none.</param>
/// <param name="Audience">Criterion.</param>
/// <param name="Date">The wished date.</param>
/// <param name="Channels">In order of preference; null for those of the layout.</param>
/// <param name="Window">Narrower hours, local; null for none.</param>
/// <param name="IfBusy">What to do when that date is too near a national campaign; refuse when not said.</param>
public sealed partial record CampaignRequest(
    string Layout,
    int Version,
    string Title,
    string Theme,
    IReadOnlyDictionary<string, string?> Zones,
    string Audience,
    DateOnly Date,
    IReadOnlyList<Channel>? Channels,
    TimeWindow? Window,
    IfBusy? IfBusy)
{
    private const int LargestVersion = 100_000;
    private const int LongestCriterion = 2_000;
    /// <summary>Above what any zone may hold; the checks of links take the square of it.</summary>
    private const int LongestZone = 4_000;

    internal static CampaignRequest Read(BodyReader body)
    {
        var request = new CampaignRequest(
            ReadLayout(body) ?? "",
            body.Integer("version", 1, LargestVersion) ?? 0,
            body.Text("title", 120) ?? "",
            ReadTheme(body) ?? "",
            body.Object("zones") is { } zones ? ReadZones(zones) : [],
            CriterionText.Normalize(body.Text("audience", LongestCriterion, multiline: true) ?? ""),
            OrderRequest.ReadDate(body) ?? default,
            ReadChannels(body),
            OrderRequest.ReadWindow(body),
            OrderRequest.ReadIfBusy(body));
        body.RefuseOthers();
        return request;
    }

    private static string? ReadLayout(BodyReader body)
    {
        if (body.Text("layout", 80) is not { } id)
            return null;
        if (LayoutId().IsMatch(id))
            return id;
        body.Faults.Add(
            body.PointerOf("layout"), French.Text($"« {id} » n'est pas un gabarit à remplir."), "Prenez l'un de ceux de « GET /api/library », comme « custom/information-locale ».");
        return null;
    }

    private static string? ReadTheme(BodyReader body)
    {
        if (body.Text("theme", 60) is not { } theme)
            return null;
        if (ThemeName().IsMatch(theme))
            return theme;
        body.Faults.Add(
            body.PointerOf("theme"), French.Text($"« {theme} » n'a pas la forme d'un thème."), "Écrivez des minuscules sans accent, des chiffres et des tirets : « carte-vitale ».");
        return null;
    }

    private static Dictionary<string, string?> ReadZones(BodyReader zones)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in zones.Names())
        {
            var before = zones.Faults.All.Count;
            var text = zones.Text(name, LongestZone, required: false, multiline: true);
            texts[name] = text ?? (zones.Faults.All.Count > before ? null : "");
        }

        return texts;
    }

    private static List<Channel>? ReadChannels(BodyReader body)
    {
        var channels = new List<Channel>();
        foreach (var (index, word) in body.Texts("channels", 2, 10, required: false).Index())
        {
            if (Spelling.Channels.TryGetValue(word, out var channel) && !channels.Contains(channel))
                channels.Add(channel);
            else
                body.Faults.Add($"{body.PointerOf("channels")}/{index}", French.Text($"« {word} » n'est pas un canal, ou l'est deux fois."), "Écrivez « email » ou « sms », une fois chacun.");
        }

        return channels.Count == 0 ? null : channels;
    }

    [GeneratedRegex(@"\Acustom/[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex LayoutId();

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThemeName();
}
