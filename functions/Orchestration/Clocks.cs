namespace Orchestration;

/// <summary>The two clocks; nothing else tells the time.</summary>
/// <param name="Business">Drives orchestrations, slots and rules; on one machine it may stand still and jump.</param>
/// <param name="System">Drives retries, leases and measures.</param>
public sealed record Clocks(TimeProvider Business, TimeProvider System)
{
    /// <summary>Both are the machine's own clock.</summary>
    public static Clocks RealTime { get; } = new(TimeProvider.System, TimeProvider.System);
}
