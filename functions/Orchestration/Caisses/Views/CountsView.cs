using Orchestration.Campaigns.Sends;

namespace Orchestration.Caisses.Views;

/// <summary>
/// What has become of everybody: targeted = queued + the sum of excluded; queued = delivered + failed + expired + unknown + withheld + pending.
/// </summary>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Queued">People who were to get a message.</param>
/// <param name="Excluded">The others, by reason.</param>
/// <param name="Delivered">Messages.</param>
/// <param name="Failed">Refused for good.</param>
/// <param name="Expired">Their time had passed.</param>
/// <param name="Unknown">Given, perhaps, when the process stopped; not sent again.</param>
/// <param name="Withheld">An opposition or a cancellation came in between.</param>
/// <param name="Pending">The others.</param>
public sealed record CountsView(
    int Targeted,
    int Queued,
    IReadOnlyList<ExclusionView> Excluded,
    int Delivered,
    int Failed,
    int Expired,
    int Unknown,
    int Withheld,
    int Pending)
{
    public static CountsView Of(SendStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var counts = status.Counts;
        return new(
            status.Targeted, status.Queued, ExclusionView.Of(status.Excluded), counts.Delivered, counts.Failed, counts.Expired, counts.Unknown,
            counts.Withheld, status.Pending);
    }
}
