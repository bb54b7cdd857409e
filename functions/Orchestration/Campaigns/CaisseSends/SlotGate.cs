using Orchestration.Delivery;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Whether a caisse may send now.</summary>
/// <param name="State">Open, waiting, or over.</param>
/// <param name="Until">When to ask again; null for «when something changes».</param>
/// <param name="ContentHash">When open: the content to render, its visa granted.</param>
/// <param name="Ends">When over: what becomes of messages that were never announced.</param>
/// <param name="Why">In French, for the dashboard.</param>
public sealed record SlotGate(GateState State, DateTimeOffset? Until, string? ContentHash, LotEnd? Ends, string? Why)
{
    public static SlotGate Open(string contentHash) => new(GateState.Open, null, contentHash, null, null);

    public static SlotGate Wait(DateTimeOffset? until, string why) => new(GateState.Waiting, until, null, null, why);

    public static SlotGate Over(LotEnd ends, string why) => new(GateState.Over, null, null, ends, why);
}

public enum GateState
{
    Open,
    Waiting,

    /// <summary>Cancelled or expired: what is left does not go.</summary>
    Over,
}
