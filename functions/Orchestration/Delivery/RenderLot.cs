using Microsoft.Azure.Functions.Worker;
using Orchestration.Campaigns.Control;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>Which lot, the run whose decisions count, its slot, and the content that has its visa.</summary>
/// <param name="Lot">Which lot.</param>
/// <param name="Run">Names the blobs of the decisions.</param>
/// <param name="Channel">Of every message of the lot.</param>
/// <param name="Priority">Of the campaign.</param>
/// <param name="Slot">When it goes.</param>
/// <param name="ExpiresAt">After this nothing is handed over.</param>
/// <param name="ContentHash">Null when nothing goes any more: the lot is announced a last time, paused or not, so that the delivery records its end.</param>
/// <param name="WasRendered">It was announced before: look for it first.</param>
public sealed record RenderInput(
    LotId Lot, string Run, Channel Channel, int Priority, Slot Slot, DateTimeOffset ExpiresAt, string? ContentHash, bool WasRendered);

/// <summary>Whether a lot is on the queue now; if not, the send is paused.</summary>
public sealed record LotAnnouncement(int Number, bool Announced);

/// <summary>Renders a lot, once, and announces it. A repeat finds the rendered lot and only announces it again.</summary>
public sealed class RenderLot(LotRendering rendering, LotStore lots, ControlStore control, IDeliveryQueue queue)
{
    [Function(nameof(RenderLot))]
    public Task<LotAnnouncement> RunAsync([ActivityTrigger] RenderInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Traces.RenderAsync(input.Lot, () => RenderAsync(input, cancellation));
    }

    private async Task<LotAnnouncement> RenderAsync(RenderInput input, CancellationToken cancellation)
    {
        var board = await control.ReadAsync(cancellation);
        if (board[input.Lot.Send] == SendControl.Paused && input.ContentHash is not null)
            return new LotAnnouncement(input.Lot.Number, false);
        var known = input.WasRendered ? await lots.FindAsync(input.Lot, cancellation) : null;
        var lot = known ?? await rendering.RenderAsync(input, cancellation);
        await queue.AnnounceAsync(lot, cancellation);
        return new LotAnnouncement(input.Lot.Number, true);
    }
}
