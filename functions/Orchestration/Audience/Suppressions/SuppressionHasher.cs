using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Orchestration.Audience.Suppressions;

/// <summary>
/// HMAC-SHA-256 with a secret key: a bare hash of a mobile number is found by trying them all within seconds (domain.md B1).
/// Cut to 128 bits, which keeps accidental collisions out of reach of any population.
/// </summary>
public sealed class SuppressionHasher(IOptions<SuppressionOptions> options)
{
    private const int Bytes = 16;
    private readonly byte[] _key = Convert.FromBase64String(options.Value.Key);

    public string OfPerson(string person) => Hash("person:" + person);

    /// <summary>E-mail addresses compare without case; numbers are E.164.</summary>
    public string OfAddress(string address) => Hash("address:" + address.Trim().ToLowerInvariant());

    private string Hash(string text)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), full);
        return Convert.ToHexStringLower(full[..Bytes]);
    }
}
