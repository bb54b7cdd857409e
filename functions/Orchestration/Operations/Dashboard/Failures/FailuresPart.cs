using System.Text.RegularExpressions;
using Orchestration.Audience.Decisions;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Failures;

/// <summary>Writes what failed of sends: caisses and figures, never a person.</summary>
internal static partial class FailuresPart
{
    public const string Address = PageAnswers.Home + "/failures";

    private const string OtherReason = "autre motif du prestataire";

    public static void Write(DashboardPage to, IReadOnlyList<SendFailure> failures, int count)
    {
        var page = to.Markup;
        page.Add($"""<section aria-labelledby="sends"><h2 id="sends">Envois ({count})</h2>""");
        if (count == 0)
            page.Add($"<p>Aucune caisse non comptée, aucun message en échec.</p>");
        if (count > failures.Count)
            page.Add($"""<p class="soft">Voici les {failures.Count} derniers ; ceux dont une caisse n'est pas comptée viennent d'abord.</p>""");
        if (count > 0)
            WriteEach(page, failures, to.Offers(Role.Operator));
        page.Add($"</section>");
    }

    /// <summary>A provider's words could hold an address: a code is shown, a text is not.</summary>
    public static string ReasonOf(string reason) =>
        ExclusionReason.Labels.GetValueOrDefault(reason) ?? (Code().IsMatch(reason) ? reason : OtherReason);

    private static void WriteEach(HtmlMarkup page, IReadOnlyList<SendFailure> failures, bool mayAct)
    {
        page.Add($"""<ul class="plain">""");
        foreach (var failure in failures)
            Write(page, failure, mayAct);
        page.Add($"</ul>");
    }

    private static void Write(HtmlMarkup page, SendFailure failure, bool mayAct)
    {
        var (send, row) = (failure.Row.Send, failure.Row);
        page.Add($"""
            <li class="card {(row.NotCounted > 0 ? "error" : "warning")}"><p><a href="{SendLinks.Of(send.Key)}"><strong>{SendTitles.WithCaisse(send)}</strong></a></p>
            """);
        if (row.NotCounted > 0)
        {
            page.Add($"""<p><strong>{French.Count(row.NotCounted, "caisse non comptée", "caisses non comptées")}</strong></p>""");
            page.AddList([.. failure.NotCounted.Select(tally => French.Text($"{CaisseNames.Of(tally.Caisse)} ({tally.Caisse}) : {tally.Why ?? "sans motif"}"))]);
            if (mayAct)
                page.Add($"""<p><a class="button small" href="{SendLinks.Of(send.Key)}/actions/{SendAction.Retry.Name}">{SendAction.Retry.OnMany}</a></p>""");
        }

        if (row.Counts.Failed > 0)
        {
            page.Add($"<p><strong>{FrenchNumbers.Of(row.Counts.Failed)}</strong> {(row.Counts.Failed < 2 ? "message en échec" : "messages en échec")} sur {FrenchNumbers.Of(row.Counts.HandedOver)} remis</p>");
            var reasons = failure.Failed.GroupBy(reason => ReasonOf(reason.Key)).Select(group => (Name: group.Key, Count: group.Sum(reason => reason.Value)));
            page.AddList([.. reasons.OrderByDescending(reason => reason.Count).Select(reason => French.Text($"{reason.Name} : ") + FrenchNumbers.Of(reason.Count))]);
        }

        page.Add($"</li>");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{0,39}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Code();
}
