using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

public sealed class SendReportTests
{
    private static readonly Dictionary<string, int> None = [];

    private static readonly CaisseTally Done = new(
        Some.Caisse, CaissePhase.Done, null, 3, 3, None, new DeliveryCounts(1, 1, 0, 0, 0, 1), new Dictionary<string, int> { ["stop"] = 1 }, None, 0);

    [Fact]
    public void Of_Provisional_KeepsWhatIsStillOpen()
    {
        var report = Report([Done], isFinal: false);

        Assert.Equal((SendPhase.Sent, 1), (report.Status.Phase, report.Status.Pending));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Of_Final_ClosesWithNothingPending()
    {
        var report = Report([Done], isFinal: true);

        Assert.Equal((SendPhase.Closed, 0, 1), (report.Status.Phase, report.Status.Pending, report.Status.Counts.Unknown));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Of_CaisseNotCounted_IsAProblem()
    {
        var report = Report([Done, CaisseTally.Nothing("CPAM-01", CaissePhase.NotCounted, "pas de fichier")], isFinal: true);

        Assert.Equal(["CPAM-01 : non comptée (pas de fichier)"], report.Problems);
    }

    // Its orchestration fell before it could leave an account: the report must not look whole.
    [Fact]
    public void Of_CaisseWithoutAnAccount_IsAProblem()
    {
        var report = SendReport.Of(Some.Plan(), Last(3), [Done], isFinal: true);

        Assert.Equal(["2\u00A0caisses n’ont laissé aucun compte"], report.Problems);
    }

    [Fact]
    public void Of_OverBeforeItWasLaunched_StaysOver()
    {
        var over = SendStatus.Of(Some.Key, SendPhase.Over, "annulé", []);

        var report = SendReport.Of(Some.Plan(), over, [], isFinal: true);

        Assert.Equal((SendPhase.Over, "annulé"), (report.Status.Phase, report.Status.Why));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Write_Report_IsAFrenchPageThatEncodesWhatItShows()
    {
        var report = Report([Done with { Withheld = new Dictionary<string, int> { ["stop"] = 1 } }], isFinal: true);

        var page = SendReportPage.Write(report with { Plan = Some.Plan() with { CampaignTitle = "<b>Rougeole</b>" } }).ToString();

        Assert.Contains("Le compte est juste", page, StringComparison.Ordinal);
        Assert.Contains("STOP par SMS", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Rougeole", page, StringComparison.Ordinal);
    }

    private static SendReport Report(CaisseTally[] tallies, bool isFinal) => SendReport.Of(Some.Plan(), Last(tallies.Length), tallies, isFinal);

    private static SendStatus Last(int caisses) => SendStatus.Of(
        Some.Key, SendPhase.Sent, null, [.. Enumerable.Range(0, caisses).Select(n => CaisseStatus.Nothing($"C{n}", CaissePhase.Done, null))]);
}
