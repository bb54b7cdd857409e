namespace Orchestration.Security.KeyRing;

/// <summary>A key for those who look after keys.</summary>
/// <param name="Key">Without its secret, which nobody has.</param>
/// <param name="State">Now.</param>
/// <param name="LastUsed">In UTC; null when it was never used.</param>
public sealed record ListedKey(ApiKey Key, KeyState State, DateOnly? LastUsed);

public enum KeyState
{
    Live,
    Expired,
    Revoked,
}
