using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Orchestration.Campaigns;

namespace Orchestration.Security;

/// <summary>Makes and checks the links that recipients get: an opaque reference, the id of the key, and an HMAC.</summary>
public sealed class LinkSigner(IOptions<LinkOptions> options)
{
    private const int PayloadBytes = 8 + 4 + 4 + 4;
    private const int MacBytes = 16;

    public static MessageLink Reference(SendKey send, string caisse, int lot, int index) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(Hash(send.Value)), CaisseCode(caisse), lot, index);

    /// <summary>For test messages: it belongs to no lot, so that nobody can be unsubscribed with it.</summary>
    public static MessageLink TestReference(SendKey send, string caisse) => Reference(send, caisse, MessageLink.TestLot, 0);

    /// <summary>How a link names a caisse.</summary>
    public static uint CaisseCode(string caisse) => BinaryPrimitives.ReadUInt32BigEndian(Hash(caisse));

    /// <returns>The page at which the recipient of a message unsubscribes.</returns>
    public string UnsubscribeUrl(MessageLink link) => $"{options.Value.PublicBaseUrl}/d/{Sign(link)}";

    public string Sign(MessageLink link)
    {
        Span<byte> token = stackalloc byte[PayloadBytes + MacBytes];
        BinaryPrimitives.WriteUInt64BigEndian(token, link.Send);
        BinaryPrimitives.WriteUInt32BigEndian(token[8..], link.Caisse);
        BinaryPrimitives.WriteInt32BigEndian(token[12..], link.Lot);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], link.Index);
        Mac(options.Value.CurrentKey, token[..PayloadBytes], token[PayloadBytes..]);
        return options.Value.CurrentKey + Base64Url.EncodeToString(token);
    }

    /// <returns>Null when the token was not made here, or was tampered with.</returns>
    public MessageLink? Verify(string token)
    {
        Span<byte> bytes = stackalloc byte[PayloadBytes + MacBytes];
        if (token.Length < 2
            || !options.Value.Keys.ContainsKey(token[..1])
            || !Base64Url.IsValid(token.AsSpan(1), out var length)
            || length != bytes.Length
            || !Base64Url.TryDecodeFromChars(token.AsSpan(1), bytes, out _))
            return null;
        Span<byte> mac = stackalloc byte[MacBytes];
        Mac(token[..1], bytes[..PayloadBytes], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes[PayloadBytes..]))
            return null;
        return new MessageLink(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[16..]));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private void Mac(string key, ReadOnlySpan<byte> payload, Span<byte> mac)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Convert.FromBase64String(options.Value.Keys[key]), payload, full);
        full[..MacBytes].CopyTo(mac);
    }
}
