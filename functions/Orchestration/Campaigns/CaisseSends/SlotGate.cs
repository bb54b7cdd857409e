namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Whether a caisse may send now.</summary>
/// <param name="State">Open, waiting, or over.</param>
/// <param name="Until">When to ask again; null for «when something changes».</param>
/// <param name="ContentHash">When open: the content to render, its visa granted.</param>
/// <param name="Why">In French, for the dashboard.</param>
public sealed record SlotGate(GateState State, DateTimeOffset? Until, string? ContentHash, string? Why);

public enum GateState
{
    Open,
    Waiting,

    /// <summary>Cancelled or expired: what is left does not go.</summary>
    Over,
}
