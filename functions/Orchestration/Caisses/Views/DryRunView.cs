using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Messages;

namespace Orchestration.Caisses.Views;

/// <summary>What an order would come to if it were placed now; nothing was started and nothing written.</summary>
/// <param name="Title">Of the campaign.</param>
/// <param name="Slot">When it would go out.</param>
/// <param name="Audience">Counted exactly on the current datamart; null when that cannot be.</param>
/// <param name="SmsSegments">Of the sample; null without SMS.</param>
/// <param name="Cost">Euros, by working assumptions; null without an audience.</param>
/// <param name="Sample">What an invented person would get.</param>
/// <param name="Remarks">In French.</param>
/// <param name="Collision">A national campaign on the theme that is too near; null when there is none.</param>
/// <param name="Accepted">Whether the order would be taken.</param>
public sealed record DryRunView(
    string Title,
    SlotView Slot,
    AudienceView? Audience,
    int? SmsSegments,
    decimal? Cost,
    SampleView Sample,
    IReadOnlyList<string> Remarks,
    OrderCollision? Collision,
    bool Accepted);

/// <summary>targeted = the sum of queued by channel + the sum of excluded by reason.</summary>
/// <param name="Snapshot">The datamart that was counted.</param>
/// <param name="Targeted">People whom the criterion selects.</param>
/// <param name="Queued">By channel.</param>
/// <param name="Excluded">By reason, with its label.</param>
/// <param name="RejectedRows">Rows of the datamart that cannot be read.</param>
public sealed record AudienceView(
    DateOnly Snapshot, int Targeted, IReadOnlyDictionary<Channel, int> Queued, IReadOnlyList<ExclusionView> Excluded, int RejectedRows)
{
    public static AudienceView Of(AudienceCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return new(count.Snapshot, count.Targeted, count.Queued, ExclusionView.Of(count.Excluded), count.RejectedRows);
    }
}
