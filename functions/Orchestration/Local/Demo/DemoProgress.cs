using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Sends;
using Orchestration.LocalRuntime.Time;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Demo;

/// <summary>Shows where every send stands until the last one is closed: a live table, or lines when the output goes to a file.</summary>
internal sealed class DemoProgress(DemoStage stage, BusinessTime time, DemoScript script)
{
    private static readonly TimeSpan RefreshOfSends = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RefreshOfCampaigns = TimeSpan.FromSeconds(2);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private readonly Dictionary<SendKey, string> _told = [];
    private readonly Dictionary<SendKey, SendStatus?> _seen = [];
    private readonly HashSet<SendKey> _over = [];
    private int _toldMonth;

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
        bool areOver;
        do
        {
            await Task.Delay(script.ShowsCampaigns ? RefreshOfCampaigns : RefreshOfSends, cancellation);
            if (actors.FirstOrDefault(actor => actor.IsFaulted) is { } fallen)
                await fallen;

            // Journeys first: what one starts at its end is among the sends that are looked at then.
            areOver = await stage.AreJourneysOverAsync(cancellation);
            var sends = await stage.SendsAsync(cancellation);
            foreach (var send in sends)
                areOver &= await LookAsync(send, cancellation);
            show([.. sends.Select(send => (send, _seen.GetValueOrDefault(send)))]);
        }
        while (!areOver);
    }

    /// <summary>What is over is not looked at again.</summary>
    private async Task<bool> LookAsync(SendKey send, CancellationToken cancellation)
    {
        if (_over.Contains(send))
            return true;
        var instance = await stage.Durable.GetInstanceAsync(send.Value, getInputsAndOutputs: true, cancellation);
        if (instance is { RuntimeStatus: OrchestrationRuntimeStatus.Failed })
            throw new DemoFailedException($"L’envoi {send} a échoué : {instance.FailureDetails?.ErrorMessage}");
        _seen[send] = instance?.ReadCustomStatusAs<SendStatus>();
        return instance is { IsCompleted: true } && _over.Add(send);
    }

    private SendTable Table(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        if (script.ShowsCampaigns)
            return Campaigns(statuses);
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

    private SendTable Campaigns(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        var table = new SendTable(Now(), ["Campagne"], ["Envois", "Partis", "Ciblés", "En lot", "Délivrés"]);
        foreach (var campaign in statuses.GroupBy(entry => entry.Send.Value.Split('.')[1]).OrderBy(campaign => campaign.Key, StringComparer.Ordinal))
            table.AddRow([campaign.Key], Figures([.. campaign]));
        table.AddRow(["ensemble"], Figures(statuses));
        return table;
    }

    private static int[] Figures(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses) =>
    [
        statuses.Count,
        statuses.Count(entry => entry.Status?.Phase is SendPhase.Sent or SendPhase.Closed or SendPhase.Over),
        statuses.Sum(entry => entry.Status?.Targeted ?? 0),
        statuses.Sum(entry => entry.Status?.Queued ?? 0),
        statuses.Sum(entry => entry.Status?.Counts.Delivered ?? 0),
    ];

    /// <summary>One line a month of business time.</summary>
    private void TellMonth(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        var month = time.GetUtcNow().Month;
        if (month == _toldMonth)
            return;
        _toldMonth = month;
        var figures = Figures(statuses);
        AnsiConsole.Profile.Out.Writer.WriteLine(
            $"{Now()} : {FrenchNumbers.Of(figures[1])} envois partis sur {FrenchNumbers.Of(figures[0])}, {FrenchNumbers.Of(figures[3])} messages en lot, {FrenchNumbers.Of(figures[4])} délivrés");
    }

    private void Tell(IReadOnlyList<(SendKey Send, SendStatus? Status)> statuses)
    {
        if (script.ShowsCampaigns)
        {
            TellMonth(statuses);
            return;
        }

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
