namespace Orchestration.Delivery;

/// <summary>
/// Who holds the lease of a lot. Each process of a scaled-out app has an id of its own; a single process on one machine keeps the same one
/// across restarts, so that it need not wait for its own lease after a crash.
/// </summary>
/// <param name="Value">In the form of a GUID, as leases want it.</param>
public sealed record WorkerId(string Value);
