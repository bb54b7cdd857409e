using Orchestration.Campaigns.Revisions;
using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>Writes one revision: where it stands, and what it changes, in words.</summary>
internal static class RevisionPart
{
    private static readonly (PlanChangeKinds[] Kinds, string Title)[] Groups =
    [
        ([PlanChangeKinds.Removed], "Retirés"),
        ([PlanChangeKinds.Moved, PlanChangeKinds.Content, PlanChangeKinds.Scope], "Modifiés"),
        ([PlanChangeKinds.Added], "Ajoutés"),
    ];

    public static void Write(HtmlMarkup page, RevisionView view)
    {
        var revision = view.Revision;
        page.Add($"""
            <p class="card {CardOf(view.Phase)}"><strong>{Sentence.Capitalized(RevisionWords.Of(view.Phase))}</strong>{Why(view.Why)}</p>
            <dl class="facts"><dt>Calendrier</dt><dd>{revision.Outline?.Title} <code class="soft">{revision.Calendar}</code></dd>
            <dt>Cause</dt><dd>{RevisionWords.Of(revision)}</dd>
            <dt>Déposée</dt><dd>{Moments.InParis(revision.ImportedAt)}</dd>
            <dt>Envois</dt><dd>{French.Count(revision.Sends.Count, "envoi", "envois")}, {French.Count(revision.Journeys.Count, "parcours", "parcours")}</dd>
            """);
        if (revision.BasedOn is { } basis)
            page.Add($"<dt>Établie sur</dt><dd>la révision {basis}</dd>");
        if (view.Decision is { } decision)
            page.Add($"<dt>Décision</dt><dd>{(decision.Confirmed ? "confirmée" : "refusée")} par {decision.By}, {Moments.InParis(decision.At)}{Why(decision.Remark)}</dd>");
        page.Add($"</dl>");
        WriteChanges(page, revision);
    }

    private static void WriteChanges(HtmlMarkup page, CalendarRevision revision)
    {
        page.Add($"""<section aria-labelledby="changes"><h2 id="changes">Ce qu'elle change</h2>""");
        if (revision.Changes.Count == 0)
            page.Add($"<p>Aucun envoi ne change.</p>");
        var titles = revision.Sends.Select(send => (send.Key, send.CampaignTitle)).Concat(revision.Journeys.Select(journey => (journey.Model.Key, journey.Model.CampaignTitle)))
            .DistinctBy(send => CampaignOf(send.Key)).ToDictionary(send => CampaignOf(send.Key), send => send.CampaignTitle, StringComparer.Ordinal);
        foreach (var (kinds, title) in Groups)
        {
            var changes = revision.Changes.Where(change => change.Kinds.Intersect(kinds).Any()).ToList();
            if (changes.Count == 0)
                continue;
            page.Add($"<h3>{title} ({changes.Count})</h3>");
            foreach (var campaign in changes.GroupBy(change => CampaignOf(change.Key)))
                Write(page, titles.GetValueOrDefault(campaign.Key, campaign.Key), [.. campaign]);
        }

        page.Add($"</section>");
    }

    private static void Write(HtmlMarkup page, string campaign, IReadOnlyList<RevisionChange> changes)
    {
        page.Add($"""<h4>{campaign}</h4><ul>""");
        foreach (var change in changes)
        {
            foreach (var words in change.Words)
                page.Add($"<li>{Sentence.Capitalized(words)}</li>");
        }

        page.Add($"</ul>");
    }

    private static string CampaignOf(Campaigns.SendKey key) => key.Value.Split('.')[1];

    private static string CardOf(RevisionPhase phase) => phase switch
    {
        RevisionPhase.WaitingForConfirmation => "to-confirm",
        RevisionPhase.Applied or RevisionPhase.Applying => "accepted",
        RevisionPhase.Rejected => "refused",
        _ => "",
    };

    private static string Why(string? why) => string.IsNullOrWhiteSpace(why) ? "" : French.Text($" : ") + why;
}
