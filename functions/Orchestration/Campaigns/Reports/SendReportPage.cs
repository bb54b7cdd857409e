using Orchestration.Audience.Decisions;
using Orchestration.Caisses;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Pages;
using Orchestration.Wording;

namespace Orchestration.Campaigns.Reports;

/// <summary>Writes the report of a send for people: one page in French that loads nothing and runs nothing.</summary>
internal static class SendReportPage
{
    public static BinaryData Write(SendReport report)
    {
        var page = new HtmlMarkup();
        var title = $"{report.Plan.CampaignTitle} : {SendNames.Of(report.Plan)}";
        page.AddHead(title);
        page.Add($"""
            <h1>{French.Typeset(title)}</h1>
            <p class="soft"><code>{report.Plan.Key.Value}</code>, prévu le {FrenchDates.Long(report.Plan.Date)}, {(report.IsFinal ? "bilan définitif" : "bilan provisoire")}</p>
            """);
        WriteVerdict(page, report);
        WriteFacts(page, "Décisions", [("Ciblés", report.Status.Targeted), ("Mis en lot", report.Status.Queued), .. Reasons("Exclus", report.Status.Excluded)]);
        var counts = report.Status.Counts;
        WriteFacts(page, "Messages", [
            ("Délivrés", counts.Delivered), ("Acceptés, sans accusé", counts.Accepted), ("Retenus", counts.Withheld),
            ("Échecs", counts.Failed), ("Expirés", counts.Expired), ("Issue inconnue", counts.Unknown), ("En attente", report.Status.Pending),
            .. Reasons("Retenus", report.Withheld), .. Reasons("Échecs", report.Failed)]);
        WriteCaisses(page, report.Caisses);
        page.AddEnd();
        return BinaryData.FromString(page.ToString());
    }

    private static void WriteVerdict(HtmlMarkup page, SendReport report)
    {
        var style = report.Problems.Count == 0 ? "accepted" : "refused";
        var verdict = report.Problems.Count == 0 ? "Le compte est juste" : "À regarder";
        page.Add($"""
            <section class="card verdict {style}" aria-labelledby="verdict">
            <h2 id="verdict">{verdict}</h2>
            """);
        page.AddList(report.Problems);
        if (report.Status.Why is { } why)
            page.Add($"<p>{why}</p>");
        page.AddList(report.Notes);
        page.Add($"</section>");
    }

    private static IEnumerable<(string, int)> Reasons(string word, IReadOnlyDictionary<string, int> reasons) =>
        reasons.Select(reason => ($"{word} : {ExclusionReason.Labels.GetValueOrDefault(reason.Key, reason.Key)}", reason.Value));

    private static void WriteFacts(HtmlMarkup page, string title, IEnumerable<(string Name, int Value)> facts)
    {
        page.Add($"<h2>{title}</h2><table><tbody>");
        foreach (var (name, value) in facts)
            page.Add($"<tr><th scope=\"row\">{French.Typeset(name)}</th><td class=\"number\">{FrenchNumbers.Of(value)}</td></tr>");
        page.Add($"</tbody></table>");
    }

    private static void WriteCaisses(HtmlMarkup page, IReadOnlyList<CaisseTally> caisses)
    {
        page.Add($"""
            <h2>Par caisse</h2>
            <div class="wide" role="region" aria-label="Par caisse" tabindex="0"><table><thead><tr><th scope="col">Caisse</th><th scope="col">État</th><th scope="col">Ciblés</th><th scope="col">Exclus</th><th scope="col">Mis en lot</th><th scope="col">Délivrés</th><th scope="col">Retenus</th><th scope="col">Échecs</th><th scope="col">Autres</th></tr></thead><tbody>
            """);
        foreach (var one in caisses)
        {
            var other = one.Queued - one.Counts.Delivered - one.Counts.Withheld - one.Counts.Failed;
            page.Add($"""
                <tr><th scope="row">{NameOf(one.Caisse)}<br><code class="soft">{one.Caisse}</code></th><td>{PhaseOf(one)}</td><td class="number">{FrenchNumbers.Of(one.Targeted)}</td><td class="number">{FrenchNumbers.Of(one.Excluded.Values.Sum())}</td><td class="number">{FrenchNumbers.Of(one.Queued)}</td><td class="number">{FrenchNumbers.Of(one.Counts.Delivered)}</td><td class="number">{FrenchNumbers.Of(one.Counts.Withheld)}</td><td class="number">{FrenchNumbers.Of(one.Counts.Failed)}</td><td class="number">{FrenchNumbers.Of(other)}</td></tr>
                """);
        }

        page.Add($"</tbody></table></div>");
    }

    private static string NameOf(string caisse) => French.Typeset(CaisseDirectory.Find(caisse)?.Name ?? caisse);

    private static string PhaseOf(CaisseTally tally) => tally.Phase switch
    {
        CaissePhase.Done => tally.Why is { } note ? $"terminée : {note}" : "terminée",
        CaissePhase.NotCounted => $"non comptée : {tally.Why}",
        CaissePhase.Withdrawn => tally.Why ?? "retirée",
        CaissePhase.Sending => "en cours",
        _ => "prévue",
    };
}
