using System.Globalization;
using Orchestration.Campaigns.Reports;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Demo;

/// <summary>The last word of the demo: the account of every send, and where to look.</summary>
internal static class DemoSummary
{
    /// <returns>True when every account holds.</returns>
    public static async Task<bool> ShowAsync(DemoStage stage, DemoOptions options, CancellationToken cancellation)
    {
        var reports = new List<SendReport>();
        foreach (var send in await stage.SendsAsync(cancellation))
            reports.Add(await stage.ReportAsync(send, cancellation));

        AnsiConsole.Write((options.Script.ShowsCampaigns ? Campaigns(reports) : Sends(reports)).Render());

        var problems = reports.SelectMany(report => report.Problems).ToArray();
        foreach (var problem in problems)
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{problem}[/]");
        var holds = reports.Count > 0 && problems.Length == 0 && reports.All(report => report.IsFinal);
        AnsiConsole.MarkupLine(holds ? "[green]Le compte est juste pour chaque envoi et chaque caisse.[/]" : "[red]Le compte n’est pas juste.[/]");
        await ShowWhereToLookAsync(stage, options, cancellation);
        return holds;
    }

    private static SendTable Campaigns(IReadOnlyList<SendReport> reports)
    {
        var table = new SendTable("Bilan", ["Campagne"], ["Envois", "Ciblés", "Exclus", "En lot", "Délivrés", "Retenus", "Autres"]);
        foreach (var campaign in reports.GroupBy(report => SendNames.CampaignOf(report.Plan)).OrderBy(campaign => campaign.Key, StringComparer.Ordinal))
            table.AddRow([campaign.Key], [campaign.Count(), .. Enumerable.Range(0, 6).Select(figure => campaign.Sum(report => Figures(report)[figure]))]);
        table.AddRow(["ensemble"], [reports.Count, .. Enumerable.Range(0, 6).Select(figure => reports.Sum(report => Figures(report)[figure]))]);
        return table;
    }

    private static SendTable Sends(IReadOnlyList<SendReport> reports)
    {
        var table = new SendTable("Bilan", ["Envoi"], ["Ciblés", "Exclus", "En lot", "Délivrés", "Retenus", "Autres"]);
        foreach (var report in reports)
            AddRow(table, report);
        return table;
    }

    private static int[] Figures(SendReport report)
    {
        var (status, counts) = (report.Status, report.Status.Counts);
        return [status.Targeted, status.Excluded.Values.Sum(), status.Queued, counts.Delivered, counts.Withheld, counts.Failed + counts.Expired + counts.Unknown];
    }

    private static void AddRow(SendTable table, SendReport report)
    {
        table.AddRow([SendTable.NameOf(report.Plan.Key)], Figures(report));
        table.AddReasons(report.Plan.Key, "exclus", report.Status.Excluded);
        table.AddReasons(report.Plan.Key, "retenus", report.Withheld);
        table.AddReasons(report.Plan.Key, "échecs", report.Failed);
    }

    /// <summary>Reports are copied beside the messages: the storage stops with the demo.</summary>
    private static async Task ShowWhereToLookAsync(DemoStage stage, DemoOptions options, CancellationToken cancellation)
    {
        await stage.CopyReportsAsync(options.Folder, cancellation);
        var outbox = Path.Combine(options.Folder, "outbox");
        var messages = Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, "*", SearchOption.AllDirectories).Count() : 0;
        Say($"Messages ({FrenchNumbers.Of(messages)} fichiers .eml et .json, un dossier par envoi) :", outbox);
        Say("Rapports des envois et du calendrier (.html) :", ReportsFolder.Of(options.Folder));
    }

    // A path is never broken over two lines: it is there to be copied.
    private static void Say(string what, string path) => AnsiConsole.Profile.Out.Writer.WriteLine($"{what}\n  {path}");
}
