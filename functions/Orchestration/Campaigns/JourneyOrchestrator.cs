using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Orchestration.Campaigns.Journeys;

namespace Orchestration.Campaigns;

/// <summary>
/// The journeys of one revision of a calendar: searches the datamart for the days of the next month on which somebody gets something, and starts a
/// <see cref="SendOrchestrator"/> for each of these days in time. Each search begins a new history. The instance id is <c>{calendar}.j{number}</c>.
/// </summary>
public static class JourneyOrchestrator
{
    [Function(nameof(JourneyOrchestrator))]
    public static async Task<JourneyStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, JourneyInput input)
    {
        context.SetCustomStatus(input.Shown);
        var changed = context.WaitForExternalEvent<Ring>(Doorbell.Changed);
        var outlook = await context.CallActivityAsync<JourneyOutlook>(
            nameof(OpenJourneys), new OpenJourneysInput(input.Calendar, input.Number, context.CurrentUtcDateTime), Retries.OfActivity);
        var days = outlook.Window is { } window ? await SearchAsync(context, input, window) : [];
        var status = Status(input, outlook, days);
        context.SetCustomStatus(status);
        foreach (var day in days)
        {
            await WaitAsync(context, day.StartAt, changed);
            if (changed.IsCompleted)
                break;
            await context.CallActivityAsync(
                nameof(StartDay),
                new StartDayInput(input.Calendar, input.Number, input.Scan, outlook.Window!.Path, day.Date, context.CurrentUtcDateTime),
                Retries.OfActivity);
        }

        if (!outlook.IsOver)
        {
            await WaitAsync(context, outlook.NextAt, changed);
            context.ContinueAsNew(input with { Scan = input.Scan + 1, Shown = status });
        }

        return status;
    }

    public static string InstanceId(string calendar, int number) => $"{calendar}.j{number}";

    public static bool IsInstance(string id) => id.Split('.') is [_, ['j', .. var number]] && number.All(char.IsAsciiDigit);

    /// <summary>Every caisse is read once, side by side, for all journeys and all days of the window.</summary>
    private static async Task<IReadOnlyList<JourneyDay>> SearchAsync(TaskOrchestrationContext context, JourneyInput input, JourneyWindow window)
    {
        await Task.WhenAll(window.Caisses.Select(caisse => context.CallActivityAsync(
            nameof(ScanCaisse), new ScanCaisseInput(input.Calendar, input.Number, window, caisse), Retries.OfActivity)));
        return await context.CallActivityAsync<IReadOnlyList<JourneyDay>>(
            nameof(GatherDays),
            new GatherDaysInput(input.Calendar, input.Number, input.Scan, window.Path, window.First, window.Last, context.CurrentUtcDateTime),
            Retries.OfActivity);
    }

    /// <summary>Until a moment, or until something has changed; null waits for a change alone.</summary>
    private static async Task WaitAsync(TaskOrchestrationContext context, DateTimeOffset? until, Task changed)
    {
        if (until is not { } moment)
        {
            await changed;
            return;
        }

        if (moment.UtcDateTime <= context.CurrentUtcDateTime)
            return;
        using var heard = new CancellationTokenSource();
        await Task.WhenAny(changed, context.CreateTimer(moment.UtcDateTime, heard.Token));
        heard.Cancel();
    }

    private static JourneyStatus Status(JourneyInput input, JourneyOutlook outlook, IReadOnlyList<JourneyDay> days) =>
        new(input.Calendar, input.Number, outlook.IsOver, outlook.Why, outlook.Window?.First, outlook.Window?.Last, days.Count);
}
