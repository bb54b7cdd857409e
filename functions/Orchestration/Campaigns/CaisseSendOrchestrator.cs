using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;

namespace Orchestration.Campaigns;

/// <summary>
/// One send in one caisse: decisions the evening before, then its lots, each in its local slot, until every message has its status.
/// The instance id is <c>{sendKey}:{caisse}</c>.
/// </summary>
public static class CaisseSendOrchestrator
{
    /// <summary>Lots rendered side by side.</summary>
    private const int LotsPerWave = 8;

    /// <summary>After so many lots the instance begins a new history.</summary>
    private const int LotsPerGeneration = 100;

    [Function(nameof(CaisseSendOrchestrator))]
    public static async Task<CaisseStatus> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CaisseSendInput input)
    {
        var signals = new CaisseSignals(context, input);
        var run = input.Carried;
        if (run is null)
        {
            var prepared = await PrepareAsync(context, input, signals);
            if (prepared.Phase != CaissePhase.Sending)
                return await TallyAsync(context, input, prepared.Phase, prepared.Why);
            run = CaisseRun.Of(prepared);
        }

        while (!(run = signals.Drain(run)).Book.IsDone)
        {
            if (run.Rendered >= LotsPerGeneration)
            {
                context.ContinueAsNew(input with { Carried = run with { Rendered = 0 } });
                return run.Status(input.Caisse);
            }

            run = await StepAsync(context, input, run, signals);
        }

        return await TallyAsync(context, input, CaissePhase.Done, null);
    }

    /// <summary>Waits for the evening before the slot, which a revision of the calendar may still move, and makes the decisions.</summary>
    private static async Task<PreparedCaisse> PrepareAsync(TaskOrchestrationContext context, CaisseSendInput input, CaisseSignals signals)
    {
        for (DateTimeOffset? due = input.PrepareAt; ;)
        {
            await signals.ChangeAsync(due);
            var prepared = await context.CallActivityAsync<PreparedCaisse>(
                nameof(PrepareCaisse),
                new PrepareInput(input.Send, input.Caisse, input.Snapshot, input.Shard, context.CurrentUtcDateTime),
                Retries.OfActivity);
            if (prepared.Phase != CaissePhase.Planned)
                return prepared;
            due = prepared.PrepareAt;
        }
    }

    /// <summary>Sends what is due if the gate is open, else waits for the next thing that can change that.</summary>
    private static async Task<CaisseRun> StepAsync(
        TaskOrchestrationContext context, CaisseSendInput input, CaisseRun run, CaisseSignals signals)
    {
        DateTimeOffset now = context.CurrentUtcDateTime;
        var due = run.Book.Due(now);
        if (due.Count == 0 && !run.MustReview)
            return await signals.NextAsync(run, run.Book.NextDue(now), null);

        var gate = await context.CallActivityAsync<SlotGate>(
            nameof(OpenSlot), new OpenSlotInput(input.Send, input.Caisse, now, run.Book.ExpiresAt), Retries.OfActivity);
        run = run with { MustReview = false };
        return gate.State switch
        {
            GateState.Waiting when due.Count > 0 => await signals.NextAsync(run, gate.Until, gate.Why),
            GateState.Over => await CloseAsync(context, input, run, due, gate),
            _ => await RenderAsync(context, input, run, [.. due.Take(LotsPerWave)], gate.ContentHash),
        };
    }

    private static async Task<CaisseRun> RenderAsync(
        TaskOrchestrationContext context, CaisseSendInput input, CaisseRun run, IReadOnlyList<OpenLot> lots, string? contentHash)
    {
        var announcements = await Task.WhenAll(lots.Select(lot => context.CallActivityAsync<LotAnnouncement>(
            nameof(RenderLot),
            run.Prepared.Rendering(new LotId(input.Send, input.Caisse, lot.Number), lot, contentHash),
            Retries.OfActivity)));
        DateTimeOffset now = context.CurrentUtcDateTime;
        var book = announcements.Aggregate(
            run.Book, (book, lot) => lot.Announced ? book.Announce(lot.Number, now) : book.Hold(lot.Number, null));
        return run with { Book = book, Rendered = run.Rendered + lots.Count };
    }

    /// <summary>
    /// Nothing more may go. Lots that were never announced are closed as they are; the delivery records the rest of those that were, when it
    /// meets them again.
    /// </summary>
    private static async Task<CaisseRun> CloseAsync(
        TaskOrchestrationContext context, CaisseSendInput input, CaisseRun run, IReadOnlyList<OpenLot> due, SlotGate gate)
    {
        var announced = due.Where(lot => lot.Rendered).ToArray();
        if (announced.Length > 0)
            run = await RenderAsync(context, input, run, announced, null);

        var never = run.Book.Open.Where(lot => !lot.Rendered).Select(lot => lot.Number).ToArray();
        if (never.Length == 0)
            return run;
        var counts = await context.CallActivityAsync<DeliveryCounts>(
            nameof(CloseLots), new CloseLotsInput(input.Send, input.Caisse, never, gate.Ends!), Retries.OfActivity);
        return run with { Book = run.Book.Close(never, counts) };
    }

    private static Task<CaisseStatus> TallyAsync(TaskOrchestrationContext context, CaisseSendInput input, CaissePhase phase, string? why) =>
        context.CallActivityAsync<CaisseStatus>(
            nameof(TallyCaisse), new TallyInput(input.Send, input.Caisse, phase, why), Retries.OfActivity);
}
