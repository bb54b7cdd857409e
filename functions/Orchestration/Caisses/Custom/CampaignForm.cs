using System.Text.RegularExpressions;
using Orchestration.Calendars.Reading;
using Orchestration.Caisses.Orders;
using Orchestration.Http;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Caisses.Custom;

/// <summary>The body of a custom campaign, as far as it can be read without knowing its layout; what is wrong reads as null.</summary>
/// <param name="Layout">Second part of the layout's id: <c>information-locale</c>.</param>
/// <param name="Version">Of the layout, as the caisse saw it.</param>
/// <param name="Title">For the people of the caisse; recipients do not see it.</param>
/// <param name="Theme">What it must not meet a national campaign on.</param>
/// <param name="Audience">Criterion.</param>
/// <param name="Channels">In order of preference; empty for those of the layout.</param>
/// <param name="Date">The wished date.</param>
/// <param name="Window">Narrower hours, local; null for none.</param>
/// <param name="IfBusy">When that date is too near a national campaign.</param>
/// <param name="Zones">Still to be read, by the layout's declaration.</param>
internal sealed partial record CampaignForm(
    string? Layout,
    int? Version,
    string? Title,
    string? Theme,
    string? Audience,
    IReadOnlyList<Channel> Channels,
    DateOnly? Date,
    TimeWindow? Window,
    IfBusy IfBusy,
    BodyReader? Zones)
{
    private const string Folder = "custom/";
    private const int LongestCriterion = 2_000;

    private static readonly Dictionary<string, IfBusy> Choices = new() { ["refuse"] = IfBusy.Refuse, ["defer"] = IfBusy.Defer };

    public static CampaignForm Read(BodyReader body)
    {
        var form = new CampaignForm(
            ReadLayout(body),
            body.Integer("version", 1, int.MaxValue),
            body.Text("title", 120),
            ReadTheme(body),
            body.Text("audience", LongestCriterion, multiline: true) is { } audience ? CriterionText.Normalize(audience) : null,
            ReadChannels(body),
            body.Date("date"),
            ReadWindow(body),
            body.OneOf("ifBusy", Choices, required: false) ?? IfBusy.Refuse,
            body.Object("zones"));
        body.RefuseOthers();
        return form;
    }

    private static string? ReadLayout(BodyReader body)
    {
        if (body.Text("layout", 80) is not { } id)
            return null;
        if (id.StartsWith(Folder, StringComparison.Ordinal) && Name().IsMatch(id.AsSpan(Folder.Length)))
            return id[Folder.Length..];
        body.Faults.Add(body.PointerOf("layout"), French.Text($"« {id} » n'est pas un gabarit à remplir."), "Prenez l'un de ceux de GET /api/library, comme « custom/information-locale ».");
        return null;
    }

    private static string? ReadTheme(BodyReader body)
    {
        if (body.Text("theme", 60) is not { } theme)
            return null;
        if (Name().IsMatch(theme))
            return theme;
        body.Faults.Add(
            body.PointerOf("theme"), French.Text($"« {theme} » n'a pas la forme d'un thème."), "Écrivez des minuscules sans accent, des chiffres et des tirets : « carte-vitale ».");
        return null;
    }

    private static List<Channel> ReadChannels(BodyReader body)
    {
        var channels = new List<Channel>();
        foreach (var (index, word) in body.Texts("channels", 2, 10, required: false).Index())
        {
            if (Spelling.Channels.TryGetValue(word, out var channel) && !channels.Contains(channel))
                channels.Add(channel);
            else
                body.Faults.Add($"{body.PointerOf("channels")}/{index}", French.Text($"« {word} » n'est pas un canal, ou l'est deux fois."), "Écrivez « email » ou « sms », une fois chacun.");
        }

        return channels;
    }

    private static TimeWindow? ReadWindow(BodyReader body)
    {
        if (body.Text("window", 13, required: false) is not { } text)
            return null;
        if (TimeWindow.TryParse(text, out var window))
            return window;
        body.Faults.Add(body.PointerOf("window"), French.Text($"« {text} » n'est pas une plage horaire."), "Écrivez deux heures : « 09:00-12:00 ».");
        return null;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
