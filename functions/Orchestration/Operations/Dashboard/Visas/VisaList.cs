using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>A content that waits.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="IsReplaced">A more recent content of the same send waits too: this one goes nowhere any more.</param>
internal sealed record WaitingVisa(VisaRequest Request, bool IsReplaced);

/// <summary>What waits for a decision, soonest needed first, by who decides; pure.</summary>
/// <param name="National">For the validators: contents of the calendars.</param>
/// <param name="Models">For the validators: models of the library.</param>
/// <param name="Custom">For a second person of the caisse, or the DDO.</param>
internal sealed record VisaList(IReadOnlyList<WaitingVisa> National, IReadOnlyList<WaitingVisa> Models, IReadOnlyList<WaitingVisa> Custom)
{
    public int Count => National.Count + Models.Count + Custom.Count;

    /// <param name="pending">Without a decision.</param>
    /// <param name="records">Of their sends; a model of the library has none.</param>
    /// <param name="control">What is cancelled needs no visa.</param>
    /// <param name="now">What has expired needs none either.</param>
    public static VisaList Of(
        IReadOnlyList<VisaRequest> pending, IReadOnlyDictionary<SendKey, SendRecord> records, ControlBoard control, DateTimeOffset now)
    {
        var newest = pending.GroupBy(request => request.Send.Series, StringComparer.Ordinal)
            .ToDictionary(series => series.Key, series => series.Max(request => request.At), StringComparer.Ordinal);
        var waiting = pending
            .Where(request => OrderId.IsModel(request.Send) || (control[request.Send] != SendControl.Cancelled && IsNeeded(records.GetValueOrDefault(request.Send), now)))
            .OrderBy(request => request.NeededBy).ThenBy(request => request.Send.Value, StringComparer.Ordinal)
            .Select(request => new WaitingVisa(request, request.At < newest[request.Send.Series]))
            .ToLookup(waiting => OrderId.IsModel(waiting.Request.Send) ? Kind.Model : waiting.Request.Caisse is null ? Kind.National : Kind.Custom);
        return new VisaList([.. waiting[Kind.National]], [.. waiting[Kind.Model]], [.. waiting[Kind.Custom]]);
    }

    private static bool IsNeeded(SendRecord? record, DateTimeOffset now) =>
        record is { Withdrawn: false } && record.Plan.Zones.Any(zone => zone.ExpiresAt > now);

    private enum Kind
    {
        National,
        Model,
        Custom,
    }
}
