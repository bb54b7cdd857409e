using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Orchestration.Security;

/// <summary>
/// Makes and checks tokens that open one path of this app for a while, for readers that send no header: the name of a key, an
/// expiry, and an HMAC over both and the path. Signed with the keys of <see cref="LinkOptions"/>; taking a key away closes what it signed.
/// </summary>
public sealed class SignedPaths(IOptions<LinkOptions> options, Clocks clocks)
{
    /// <summary>The query parameter that carries the token.</summary>
    public const string Parameter = "token";

    private const int ExpiryBytes = 8;
    private const int MacBytes = 32;

    public string Sign(string path, DateTimeOffset expiresAt)
    {
        Span<byte> token = stackalloc byte[ExpiryBytes + MacBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, expiresAt.ToUnixTimeSeconds());
        Mac(options.Value.CurrentKey, path, expiresAt.ToUnixTimeSeconds(), token[ExpiryBytes..]);
        return options.Value.CurrentKey + Base64Url.EncodeToString(token);
    }

    /// <summary>True when the token was made here for that path and has not expired.</summary>
    public bool Opens(string path, string token)
    {
        Span<byte> bytes = stackalloc byte[ExpiryBytes + MacBytes];
        if (token.Length < 2
            || !options.Value.Keys.ContainsKey(token[..1])
            || !Base64Url.IsValid(token.AsSpan(1), out var length)
            || length != bytes.Length
            || !Base64Url.TryDecodeFromChars(token.AsSpan(1), bytes, out _))
            return false;
        var expiry = BinaryPrimitives.ReadInt64BigEndian(bytes);
        Span<byte> mac = stackalloc byte[MacBytes];
        Mac(token[..1], path, expiry, mac);
        return CryptographicOperations.FixedTimeEquals(mac, bytes[ExpiryBytes..]) && clocks.System.GetUtcNow().ToUnixTimeSeconds() < expiry;
    }

    // The first words keep it apart from every other thing that these keys sign.
    private void Mac(string key, string path, long expiry, Span<byte> mac) => HMACSHA256.HashData(
        Convert.FromBase64String(options.Value.Keys[key]),
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"signed path\n{expiry}\n{path}")),
        mac);
}
