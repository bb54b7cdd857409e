using Orchestration.Campaigns.Control;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The moments of a send in their order: those of its plan, and who decided what of it, and why.</summary>
internal static class SendTimeline
{
    private const int Most = 100;

    public static void Write(HtmlMarkup page, SendView view, IReadOnlyList<ControlChange> trail, DateTimeOffset now)
    {
        var moments = Planned(view.Record.Plan).Concat(trail.Take(Most).Select(Decided)).OrderBy(moment => moment.At).ToArray();
        page.Add($"""
            <section id="timeline" data-live aria-labelledby="timeline-title"><h2 id="timeline-title">Chronologie et décisions</h2>
            <table class="stack full"><caption>Heure de Paris. Chaque action est gardée avec son auteur et son motif.</caption><thead><tr><th scope="col">Quand</th><th scope="col">Quoi</th><th scope="col">Qui</th><th scope="col">Motif</th></tr></thead><tbody>
            """);
        foreach (var moment in moments)
        {
            page.Add($"""
                <tr><td data-name="Quand" class="{(moment.At > now ? "soft" : "")}">{Sentence.Capitalized(Moments.InParis(moment.At))}{(moment.At > now ? ", à venir" : "")}</td>
                <td data-name="Quoi">{moment.What}</td><td data-name="Qui">{moment.Who}</td><td data-name="Motif">{moment.Why}</td></tr>
                """);
        }

        page.Add($"</tbody></table></section>");
    }

    private static IEnumerable<Moment> Planned(PlannedSend plan)
    {
        var zones = plan.ActiveZones().ToArray();
        if (zones.Length == 0)
            yield break;
        yield return new(zones.Min(zone => zone.PrepareAt), "Premières décisions");
        yield return new(zones.Min(zone => zone.Slots[0].Start), "Début du premier créneau");
        yield return new(zones.Max(zone => zone.Slots[^1].End), "Fin du dernier créneau");
        yield return new(zones.Max(zone => zone.ExpiresAt), French.Typeset("Dernier moment : ce qui reste expire"));
    }

    private static Moment Decided(ControlChange change) => new(change.Entry.At, What(change), change.Entry.By, change.Entry.Reason);

    private static string What(ControlChange change) => change switch
    {
        { Retried: { } caisses } => French.Text($"Relance de {French.And([.. caisses.Select(CaisseNames.Of)])}"),
        { Send: null, Entry.State: SendControl.Running } => "Fin de l’arrêt général",
        { Send: null } => "Arrêt général",
        { Entry.State: SendControl.Paused } => "Suspendu",
        { Entry.State: SendControl.Cancelled } => "Annulé",
        _ => "Repris",
    };

    private sealed record Moment(DateTimeOffset At, string What, string Who = "", string Why = "");
}
