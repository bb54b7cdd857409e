using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Security;

/// <summary>A key as it is kept: hashed.</summary>
/// <param name="Id">Public part: finds the key.</param>
/// <param name="Caller">Whose it is.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Hash">SHA-256 of the secret part, in hex: 256 random bits need no slow hash.</param>
/// <param name="ExpiresAt">Refused from then on.</param>
/// <param name="Caisse">Id of the only caisse that it opens; given with <see cref="Role.Caisse"/>, null otherwise.</param>
/// <param name="IsTest">What it orders goes to the outbox only.</param>
/// <param name="IssuedAt">Null for a key of before this was noted.</param>
/// <param name="IssuedBy">Who issued it; null for a key that the app or its demo made.</param>
/// <param name="Replaces">Id of the key that it succeeds, if any.</param>
/// <param name="RevokedAt">Refused from then on, whatever its expiry.</param>
/// <param name="RevokedBy">Who revoked it.</param>
/// <param name="Reason">Why it was revoked.</param>
public sealed record ApiKey(
    string Id,
    string Caller,
    Role Role,
    string Hash,
    DateTimeOffset ExpiresAt,
    string? Caisse = null,
    bool IsTest = false,
    DateTimeOffset? IssuedAt = null,
    string? IssuedBy = null,
    string? Replaces = null,
    DateTimeOffset? RevokedAt = null,
    string? RevokedBy = null,
    string? Reason = null)
{
    /// <summary>Nobody's: what a secret is compared with when no key has the id, so that the answer takes as long.</summary>
    internal static ApiKey None { get; } = new("", "", Role.None, HashOf(""), DateTimeOffset.MinValue);

    /// <summary>Makes a key; its text is shown once and kept nowhere.</summary>
    /// <exception cref="ArgumentException">A caisse goes with the role of a caisse, and with no other.</exception>
    public static (ApiKey Key, string Text) Issue(
        string caller, Role role, DateTimeOffset expiresAt, string? caisse = null, bool isTest = false, KeyKind kind = KeyKind.Bearer)
    {
        if (role.HasFlag(Role.Caisse) != (caisse is not null))
            throw new ArgumentException("A caisse goes with the role of a caisse, and with no other.", nameof(caisse));
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new ApiKey(id, caller, role, HashOf(secret), expiresAt, caisse, isTest), $"{PrefixOf(kind)}_{id}_{secret}");
    }

    /// <returns>The two parts of a key's text, or null when it does not look like one of that kind.</returns>
    public static (string Id, string Secret)? Split(string text, KeyKind kind = KeyKind.Bearer) =>
        text.Split('_', 3) is [var prefix, { Length: 12 } id, { Length: 43 } secret] && prefix == PrefixOf(kind) && id.All(char.IsAsciiHexDigitLower)
            ? (id, secret)
            : null;

    /// <summary>Neither expired nor revoked.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>In constant time.</summary>
    public bool Matches(string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(Hash));

    private static string PrefixOf(KeyKind kind) => kind switch
    {
        KeyKind.Bearer => "orc",
        KeyKind.Session => "ses",
        KeyKind.SignIn => "code",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a prefix."),
    };

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
