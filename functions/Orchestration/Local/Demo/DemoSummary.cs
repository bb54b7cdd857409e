using System.Globalization;
using Orchestration.Calendars.Wording;
using Orchestration.Campaigns.Reports;
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

        var table = new Table().Border(TableBorder.Rounded).Title("Bilan").AddColumn("Envoi");
        foreach (var figure in new[] { "Ciblés", "Exclus", "En lot", "Délivrés", "Retenus", "Échecs", "Expirés", "Inconnus" })
            table.AddColumn(new TableColumn(figure).RightAligned());
        table.AddColumn("Compte");
        foreach (var report in reports)
            AddRow(table, report);
        AnsiConsole.Write(table);

        foreach (var problem in reports.SelectMany(report => report.Problems))
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{problem}[/]");
        ShowWhereToLook(options);
        return reports.Count > 0 && reports.All(report => report is { IsFinal: true, Problems.Count: 0 });
    }

    private static void AddRow(Table table, SendReport report)
    {
        var (status, counts) = (report.Status, report.Status.Counts);
        int[] figures = [
            status.Targeted, status.Excluded.Values.Sum(), status.Queued, counts.Delivered, counts.Withheld, counts.Failed, counts.Expired, counts.Unknown];
        table.AddRow([
            SendNames.Of(report.Plan), .. figures.Select(FrenchNumbers.Of), report.Problems.Count == 0 ? "[green]juste[/]" : "[red]faux[/]"]);
    }

    private static void ShowWhereToLook(DemoOptions options)
    {
        var outbox = Path.Combine(options.Folder, "outbox");
        var messages = Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox, "*", SearchOption.AllDirectories).Count() : 0;
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{FrenchNumbers.Of(messages)} messages dans [link]{outbox}[/] : un dossier par envoi, .eml ou .json.");
    }
}
