using Orchestration.Delivery;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>One lot that is not settled yet.</summary>
/// <param name="Number">Of the lot.</param>
/// <param name="Day">Index of its slot.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Rendered">True once it was announced: from then on the delivery records what becomes of its messages.</param>
/// <param name="Until">When it may try again; null for «when something changes», and at the expiry at the latest.</param>
/// <param name="Counts">Its messages by status so far.</param>
public sealed record OpenLot(int Number, int Day, LotState State, bool Rendered, DateTimeOffset? Until, DeliveryCounts Counts);

public enum LotState
{
    /// <summary>Its slot has not come, or it has not been rendered yet.</summary>
    Waiting,

    /// <summary>Rendered and on the queue.</summary>
    Announced,

    /// <summary>Given back: paused, or out of hours.</summary>
    Held,
}
