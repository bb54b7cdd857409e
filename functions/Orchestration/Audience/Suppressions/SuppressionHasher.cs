using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Audience.Suppressions;

/// <summary>
/// HMAC-SHA-256 with a secret key: a bare hash of a mobile number is found by trying them all within seconds (domain.md B1).
/// Cut to 128 bits, which keeps accidental collisions out of reach of any population.
/// </summary>
public sealed class SuppressionHasher(byte[] key)
{
    private const int Bytes = 16;

    public string OfPerson(string person) => Hash("person:" + person);

    /// <summary>E-mail addresses compare without case; numbers are E.164.</summary>
    public string OfAddress(string address) => Hash("address:" + address.Trim().ToLowerInvariant());

    private string Hash(string text)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text), full);
        return Convert.ToHexStringLower(full[..Bytes]);
    }
}
