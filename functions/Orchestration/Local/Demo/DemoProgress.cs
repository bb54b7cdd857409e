using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Time;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Demo;

/// <summary>Shows where every send stands until the last one is closed: a live table, or lines when the output goes to a file.</summary>
internal sealed class DemoProgress(DemoStage stage, BusinessTime time)
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Dictionary<SendKey, string> _told = [];

    /// <param name="actors">When one of them falls, so does the demo.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task ShowAsync(IReadOnlyList<Task> actors, CancellationToken cancellation)
    {
        if (!AnsiConsole.Profile.Out.IsTerminal)
        {
            await FollowAsync(actors, Tell, cancellation);
            return;
        }

        await AnsiConsole.Live(new Text("")).StartAsync(live =>
            FollowAsync(actors, statuses => live.UpdateTarget(Table(statuses).Render()), cancellation));
    }

    private async Task FollowAsync(IReadOnlyList<Task> actors, Action<IReadOnlyList<(SendKey, SendStatus?)>> show, CancellationToken cancellation)
    {
        var sends = await stage.SendsAsync(cancellation);
        bool areOver;
        do
        {
            await Task.Delay(Refresh, cancellation);
            if (actors.FirstOrDefault(actor => actor.IsFaulted) is { } fallen)
                await fallen;
            areOver = await AreOverAsync(sends, cancellation);
            show([.. sends.Zip(await Task.WhenAll(sends.Select(send => stage.StatusAsync(send, cancellation))))]);
        }
        while (!areOver);
    }

    private async Task<bool> AreOverAsync(IReadOnlyList<SendKey> sends, CancellationToken cancellation)
    {
        foreach (var send in sends)
        {
            var instance = await stage.Durable.GetInstanceAsync(send.Value, cancellation);
            if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Failed })
                throw new DemoFailedException($"L’envoi {send} a échoué : {instance.FailureDetails?.ErrorMessage}");
            if (instance is not { IsCompleted: true })
                return false;
        }

        return true;
    }

    private SendTable Table(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        var table = new SendTable(Now(), ["Envoi", "État"], ["Ciblés", "Exclus", "En lot", "Délivrés", "Retenus"]);
        foreach (var (send, status) in statuses)
        {
            if (status is null)
            {
                table.AddRow([SendTable.NameOf(send), "…"], []);
                continue;
            }

            table.AddRow(
                [SendTable.NameOf(send), StateOf(status)],
                [status.Targeted, status.Excluded.Values.Sum(), status.Queued, status.Counts.Delivered, status.Counts.Withheld]);
            table.AddReasons(send, "exclus", status.Excluded);
        }

        return table;
    }

    private void Tell(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        foreach (var (send, status) in statuses)
        {
            if (status is null || _told.GetValueOrDefault(send) == PhaseNames.Of(status))
                continue;
            _told[send] = PhaseNames.Of(status);
            AnsiConsole.Profile.Out.Writer.WriteLine(
                $"{Now()} : {SendTable.NameOf(send)}, {PhaseNames.Of(status)}, {FrenchNumbers.Of(status.Queued)} en lot, {FrenchNumbers.Of(status.Counts.Delivered)} délivrés");
        }
    }

    /// <summary>Short: the table is narrow.</summary>
    private static string StateOf(SendStatus status) => status.Phase switch
    {
        SendPhase.Sending => PhaseNames.OfCaisses(status),
        SendPhase.Sent => "parti",
        SendPhase.WaitingForVisa => "visa attendu",
        SendPhase.Planned or SendPhase.Ready => "prévu",
        _ => PhaseNames.Of(status),
    };

    private string Now()
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), Paris).DateTime;
        return $"{FrenchDates.Long(DateOnly.FromDateTime(now))}, {FrenchDates.Hour(TimeOnly.FromDateTime(now))}";
    }
}
