using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Planning;
using Orchestration.Telemetry;

namespace Orchestration.Campaigns.Sends;

/// <summary>Which send, the business time at which its orchestration asks, and the phase that it was in; null for none.</summary>
public sealed record ReviewInput(SendKey Send, DateTimeOffset Now, SendPhase? Before = null);

/// <summary>Reads what decides whether a send may be launched: its plan, control, content, visa, datamart.</summary>
public sealed class ReviewSend(
    SendStore sends, ControlStore control, VisaGate visas, SnapshotStore snapshots, IOptions<DeliveryOptions> delivery)
{
    private static readonly TimeSpan AfterLastSlot = TimeSpan.FromDays(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    [Function(nameof(ReviewSend))]
    public async Task<SendReview> RunAsync([ActivityTrigger] ReviewInput input, CancellationToken cancellation)
    {
        var review = await ReviewAsync(input, cancellation);
        Meters.SendEntered(review.Phase, input.Before);
        return review;
    }

    private async Task<SendReview> ReviewAsync(ReviewInput input, CancellationToken cancellation)
    {
        var record = await sends.ReadAsync(input.Send, cancellation);
        // Whoever scheduled it may have been stopped before saying so.
        if (!record.Started)
            await sends.MarkStartedAsync(input.Send, cancellation);
        var zones = record.Plan.ActiveZones().ToArray();
        if (zones.Length == 0)
            return new SendReview(SendPhase.Over, "jour férié dans toutes les caisses", null, input.Now, delivery.Value.ErrorThreshold);
        var prepareAt = zones.Min(zone => zone.PrepareAt);
        var expiresAt = zones.Max(zone => zone.ExpiresAt);
        var closesAt = zones.Max(zone => zone.Slots[^1].End) + AfterLastSlot;
        SendReview Review(SendPhase phase, string? why = null, DateTimeOffset? until = null) =>
            new(phase, why, until, closesAt, delivery.Value.ErrorThreshold);

        if (record.Withdrawn)
            return Review(SendPhase.Over, "retiré du calendrier");
        if ((await control.ReadAsync(cancellation))[input.Send] == SendControl.Cancelled)
            return Review(SendPhase.Over, "annulé");
        if (input.Now >= expiresAt)
            return Review(SendPhase.Over, "expiré avant d’avoir pu partir");

        var visa = await visas.CheckAsync(record.Plan, input.Now, cancellation);
        if (!visa.IsGranted)
            return Review(SendPhase.WaitingForVisa, visa.Missing, visa.Content is null ? LookAgainBefore(expiresAt) : expiresAt);
        if (input.Now < prepareAt)
            return Review(SendPhase.Planned, null, prepareAt);
        return await snapshots.CurrentAsync(cancellation) is null
            ? Review(SendPhase.Planned, "aucun datamart n’a encore été livré", LookAgainBefore(expiresAt))
            : Review(SendPhase.Ready);

        DateTimeOffset LookAgainBefore(DateTimeOffset end) => input.Now + LookAgain < end ? input.Now + LookAgain : end;
    }
}
