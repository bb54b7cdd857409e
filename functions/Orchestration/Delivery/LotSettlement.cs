namespace Orchestration.Delivery;

/// <summary>
/// What a delivery attempt says to the lot's owner: settled (every message has its status), or held with what would let it go on.
/// </summary>
/// <param name="Lot">Number of the lot.</param>
/// <param name="Held">Null when settled; else why not.</param>
/// <param name="Until">When to try again, if that is known.</param>
/// <param name="Counts">Messages of the lot by status, so far.</param>
public sealed record LotSettlement(int Lot, LotHold? Held, DateTimeOffset? Until, DeliveryCounts Counts);

/// <summary>Why a lot waits.</summary>
public enum LotHold
{
    /// <summary>The send is paused, or everything is stopped.</summary>
    Paused,

    /// <summary>Outside of the sending hours of the caisse.</summary>
    Hours,
}
