using Microsoft.DurableTask.Client;
using Orchestration.Calendars.Wording;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orchestration.Local.Demo;

/// <summary>Shows where every send stands until the last one is closed.</summary>
internal static class DemoProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    public static async Task ShowAsync(DemoStage stage, BusinessTime time, IReadOnlyList<Task> actors, CancellationToken cancellation)
    {
        var sends = await stage.SendsAsync(cancellation);
        await AnsiConsole.Live(new Text("")).StartAsync(async live =>
        {
            bool goesOn;
            do
            {
                await Task.Delay(Refresh, cancellation);
                if (actors.FirstOrDefault(actor => actor.IsFaulted) is { } fallen)
                    await fallen;
                var statuses = await Task.WhenAll(sends.Select(send => stage.StatusAsync(send, cancellation)));
                goesOn = !await AreOverAsync(stage, sends, cancellation);
                live.UpdateTarget(Table(time.GetUtcNow(), sends, statuses));
            }
            while (goesOn);
        });
    }

    private static async Task<bool> AreOverAsync(DemoStage stage, IReadOnlyList<SendKey> sends, CancellationToken cancellation)
    {
        foreach (var send in sends)
        {
            var instance = await stage.Durable.GetInstanceAsync(send.Value, cancellation);
            if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Failed })
                throw new InvalidOperationException($"{send} failed: {instance.FailureDetails?.ErrorMessage}");
            if (instance is not { IsCompleted: true })
                return false;
        }

        return true;
    }

    private static IRenderable Table(DateTimeOffset now, IReadOnlyList<SendKey> sends, IReadOnlyList<SendStatus?> statuses)
    {
        var paris = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        var date = FrenchDates.Long(DateOnly.FromDateTime(paris.DateTime));
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"{date}, {FrenchDates.Hour(TimeOnly.FromDateTime(paris.DateTime))} (heure de Paris)")
            .AddColumn(new TableColumn("Envoi").NoWrap()).AddColumn(new TableColumn("État").NoWrap()).AddColumn(new TableColumn("Caisses").NoWrap());
        foreach (var figure in new[] { "Ciblés", "Exclus", "En lot", "Délivrés", "Retenus" })
            table.AddColumn(new TableColumn(figure).RightAligned());
        foreach (var (send, status) in sends.Zip(statuses))
            AddRow(table, send, status);
        return table;
    }

    private static void AddRow(Table table, SendKey send, SendStatus? status)
    {
        var parts = send.Value.Split('.');
        var name = parts[3] == "1" ? parts[2] : $"{parts[2]} {parts[3][5..]}";
        if (status is null)
        {
            table.AddRow(name, "…");
            return;
        }

        table.AddRow(
            name,
            PhaseNames.Of(status),
            PhaseNames.OfCaisses(status),
            FrenchNumbers.Of(status.Targeted),
            FrenchNumbers.Of(status.Excluded.Values.Sum()),
            FrenchNumbers.Of(status.Queued),
            FrenchNumbers.Of(status.Counts.Delivered),
            FrenchNumbers.Of(status.Counts.Withheld));
    }
}
