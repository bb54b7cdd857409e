using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>
/// Delivers one lot: what is recorded is skipped, control and suppressions are read again before each chunk, and each chunk's outcomes are recorded
/// before the next begins. A crash at any point loses nothing and, with an adapter that honours message ids, sends nothing twice.
/// </summary>
public sealed class LotDelivery(
    Containers containers,
    ControlStore control,
    SuppressionList suppressions,
    AdapterChoice adapters,
    CaisseHours hours,
    WorkerId worker,
    Clocks clocks,
    IOptions<DeliveryOptions> options,
    ILogger<LotDelivery> logger)
{
    private readonly ConcurrentDictionary<LotId, bool> _mine = new();

    /// <exception cref="LotBusyException">Somebody else is at it.</exception>
    /// <exception cref="TransientDeliveryException">The provider is not available; what was done is recorded.</exception>
    public async Task<LotSettlement> DeliverAsync(LotReady lot, CancellationToken cancellation)
    {
        if (!_mine.TryAdd(lot.LotId, true))
            throw new LotBusyException(lot.LotId);
        try
        {
            return await Traces.DeliverAsync(lot, () => DeliverMineAsync(lot, cancellation));
        }
        finally
        {
            _mine.TryRemove(lot.LotId, out _);
        }
    }

    private async Task<LotSettlement> DeliverMineAsync(LotReady lot, CancellationToken cancellation)
    {
        await using var progress = await LotProgress.OpenAsync(containers, lot.LotId, lot.Count, worker, clocks.System, cancellation);
        var (known, settled) = (progress.Outcomes.Total, progress.Outcomes.Settled);
        if (known == 0 && lot.AnnouncedAt is { } announcedAt)
            Meters.LotWaited(lot.Channel, clocks.System.GetUtcNow() - announcedAt);
        var settlement = await DeliverAsync(lot, progress, cancellation);
        // A repeat of an announcement finds nothing to do.
        if (settled < lot.Count)
            Meters.LotDelivered(lot.Channel, settlement.Held);
        return settlement;
    }

    private async Task<LotSettlement> DeliverAsync(LotReady lot, LotProgress progress, CancellationToken cancellation)
    {
        var adapter = adapters.Of(lot.LotId.Send, lot.Channel);
        if (!adapter.HonoursMessageId)
            await GiveUpUncertainAsync(lot, progress, cancellation);

        var messages = await LotMessages.OpenAsync(containers, lot, cancellation);
        var before = DeliveryCounts.Of(progress.Outcomes);
        foreach (var chunk in messages.Where(message => !progress.Outcomes.IsSettled(message.Id)).Chunk(options.Value.ChunkSize))
        {
            var refreshed = suppressions.RefreshAsync(cancellation);
            var gate = await GateAsync(lot, cancellation);
            await refreshed;
            if (gate.Hold is { } hold)
                return Settlement(lot, progress, hold, gate.Until);
            if (gate.Ends is { } end)
                await RecordAsync(lot.Channel, progress, [.. chunk.Select(message => Outcome(message, end.Status, end.Reason))], cancellation);
            else
                await Traces.HandOverAsync(chunk.Length, () => HandOverAsync(adapter, chunk, progress, cancellation));
            await PauseIfFailingAsync(lot, DeliveryCounts.Of(progress.Outcomes).Since(before), cancellation);
        }

        return Settlement(lot, progress, null, null);
    }

    private async Task<DeliveryGate> GateAsync(LotReady lot, CancellationToken cancellation)
    {
        var board = await control.ReadAsync(cancellation);
        var now = clocks.Business.GetUtcNow();
        var heldUntil = hours.HeldUntil(lot.LotId.Caisse, lot.Channel, now);
        return DeliveryGate.At(board[lot.LotId.Send], now, lot.NotBefore, lot.ExpiresAt, heldUntil);
    }

    private async Task HandOverAsync(
        DeliveryAdapter adapter, OutgoingMessage[] chunk, LotProgress progress, CancellationToken cancellation)
    {
        var outcomes = new List<MessageOutcome>(chunk.Length);
        var allowed = new List<OutgoingMessage>(chunk.Length);
        foreach (var message in chunk)
        {
            if (Suppressed(message) is { } suppression)
                outcomes.Add(Outcome(message, DeliveryStatus.Withheld, ExclusionReason.Of(suppression)));
            else
                allowed.Add(message);
        }

        if (!adapter.HonoursMessageId)
            await progress.AppendAsync([.. allowed.Select(message => Outcome(message, DeliveryStatus.HandingOver, null))], cancellation);
        var waiting = new Queue<OutgoingMessage>(allowed);
        try
        {
            for (; waiting.TryPeek(out var message); waiting.Dequeue())
            {
                var result = await adapter.SendAsync(message, cancellation);
                outcomes.Add(Outcome(message, result.Status, result.Reason));
            }
        }
        catch (Exception error) when (!adapter.HonoursMessageId)
        {
            // The message in hand is uncertain, unless the provider says that it could not take it.
            outcomes.AddRange(waiting.Skip(error is TransientDeliveryException ? 0 : 1).Select(message => Outcome(message, DeliveryStatus.NotTaken, null)));
            throw;
        }
        finally
        {
            // Whatever stopped the chunk, what was handed over is recorded.
            await RecordAsync(adapter.Channel, progress, outcomes, CancellationToken.None);
        }
    }

    /// <summary>An adapter that cannot recognise a repeat was interrupted: its messages in flight are neither lost nor sent again in silence.</summary>
    private async Task GiveUpUncertainAsync(LotReady lot, LotProgress progress, CancellationToken cancellation)
    {
        var uncertain = progress.Outcomes.All.Where(outcome => outcome.Status == DeliveryStatus.HandingOver).ToArray();
        if (uncertain.Length == 0)
            return;
        logger.UncertainMessages(lot.LotId.ToString(), uncertain.Length);
        await RecordAsync(
            lot.Channel, progress, [.. uncertain.Select(outcome => outcome with { Status = DeliveryStatus.Unknown, Reason = "interrupted" })], cancellation);
    }

    private static async Task RecordAsync(
        Channel channel, LotProgress progress, IReadOnlyCollection<MessageOutcome> outcomes, CancellationToken cancellation)
    {
        await progress.AppendAsync(outcomes, cancellation);
        Meters.MessagesGot(channel, outcomes);
    }

    /// <summary>Only what this attempt did counts: after a pause and a resumption the send gets another chance.</summary>
    private async Task PauseIfFailingAsync(LotReady lot, DeliveryCounts attempt, CancellationToken cancellation)
    {
        if (options.Value.ErrorThreshold.IsExceeded(attempt.HandedOver, attempt.Failed))
            await control.PauseByThresholdAsync(lot.LotId.Send, attempt, cancellation);
    }

    private Suppression? Suppressed(OutgoingMessage message) =>
        suppressions.Find(message.Meta.Person, message.To, message.Channel, message.Meta.Purpose);

    private MessageOutcome Outcome(OutgoingMessage message, DeliveryStatus status, string? reason) =>
        new(message.Id, status, reason, clocks.Business.GetUtcNow());

    private LotSettlement Settlement(LotReady lot, LotProgress progress, LotHold? hold, DateTimeOffset? until)
    {
        logger.LotDelivered(lot.LotId.ToString(), lot.Count, hold, until);
        return new LotSettlement(lot.LotId.Number, hold, until, DeliveryCounts.Of(progress.Outcomes));
    }
}
