using System.Diagnostics.CodeAnalysis;

namespace Orchestration.Security.KeyRing;

/// <summary>What became of a request about a key: the key as it stands now, or why nothing was done.</summary>
/// <param name="Key">Null when refused.</param>
/// <param name="Text">Of a new key: shown once, kept nowhere.</param>
/// <param name="Refusal">In French.</param>
public sealed record KeyOutcome(ApiKey? Key, string? Text, string? Refusal)
{
    [MemberNotNullWhen(true, nameof(Key))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Key is not null;

    public static KeyOutcome Done(ApiKey key, string? text = null) => new(key, text, null);

    public static KeyOutcome Refused(string why) => new(null, null, why);
}
