namespace Orchestration.Security.KeyRing;

/// <summary>One line of the trail of keys, which only grows: <c>keys/trail/000001.ndjson</c>.</summary>
/// <param name="At">System time.</param>
/// <param name="What">What was done.</param>
/// <param name="Key">Id of the key.</param>
/// <param name="Caller">Whose it is.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Caisse">The only caisse that it opens, if any.</param>
/// <param name="By">Who did it.</param>
/// <param name="Why">The reason of a revocation; the key that a rotated one gives way to.</param>
public sealed record KeyEvent(DateTimeOffset At, KeyAct What, string Key, string Caller, Role Role, string? Caisse, string By, string? Why);

public enum KeyAct
{
    Issued,

    /// <summary>Gave way to a successor, and lives on for a while.</summary>
    Rotated,

    Revoked,
}
