using System.Security.Cryptography;
using System.Text;

namespace Orchestration.Messages;

/// <summary>Name-based UUIDs with SHA-1 (RFC 9562 §5.5): the same namespace and name give the same id everywhere.</summary>
internal static class UuidV5
{
    private const int GuidBytes = 16;

    public static Guid Create(Guid space, string name)
    {
        var input = new byte[GuidBytes + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(GuidBytes));

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing is protected by it.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..GuidBytes], bigEndian: true);
    }
}
