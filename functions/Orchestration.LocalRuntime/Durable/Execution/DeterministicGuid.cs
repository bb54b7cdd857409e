using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>UUIDs version 5 (RFC 9562, 5.5) of an instance, its generation and a counter: the same at each replay.</summary>
internal static class DeterministicGuid
{
    private const int Length = 16;

    /// <summary>The namespace of the UUIDs of orchestrations in Durable Functions.</summary>
    private static readonly Guid Namespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Create(string instanceId, int generation, int counter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{generation}_{counter}");
        var hashed = new byte[Length + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(hashed, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, hashed.AsSpan(Length));
#pragma warning disable CA5350 // Version 5 is defined on SHA-1; nothing here is a secret.
        var hash = SHA1.HashData(hashed).AsSpan(0, Length);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
