using Orchestration.Pages;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Calendars.Report;

/// <summary>What the calendar changes in what was planned.</summary>
internal static class ReportChanges
{
    private static readonly (PlanChangeKinds Kinds, string Title)[] Groups =
    [
        (PlanChangeKinds.Removed, "Retirés"),
        (PlanChangeKinds.Moved | PlanChangeKinds.Content | PlanChangeKinds.Scope, "Modifiés"),
        (PlanChangeKinds.Added, "Ajoutés"),
    ];

    public static void Write(HtmlMarkup page, PlanDifference? difference)
    {
        if (difference is null)
        {
            return;
        }

        page.Add($"""
            <section aria-labelledby="changes">
            <h2 id="changes">Ce qui change depuis la révision en cours</h2>
            """);
        foreach (var (kinds, title) in Groups)
        {
            var changes = difference.Of(kinds).ToList();
            if (changes.Count > 0)
            {
                page.Add($"<h3>{title} ({changes.Count})</h3>");
                WriteEach(page, changes);
            }
        }

        var unchanged = difference.Changes.Count(change => change.Kinds == PlanChangeKinds.None);
        page.Add($"""
            <p>{French.Count(unchanged, "envoi inchangé", "envois inchangés")}.</p>
            </section>
            """);
    }

    private static void WriteEach(HtmlMarkup page, IReadOnlyList<PlanChange> changes)
    {
        foreach (var campaign in changes.GroupBy(change => (change.After ?? change.Before)!.CampaignTitle))
        {
            page.Add($"<h4>{campaign.Key}</h4>");
            page.AddList([.. campaign.SelectMany(change => change.Words)]);
        }
    }
}
