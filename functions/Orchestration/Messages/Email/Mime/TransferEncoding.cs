using System.Buffers;
using System.Text;

namespace Orchestration.Messages.Email.Mime;

/// <summary>Writes a text part in the transfer encoding that makes it smaller: quoted-printable for French, base64 for other scripts.</summary>
internal static class TransferEncoding
{
    /// <summary>Of an encoded line, without its line end (RFC 2045 §6.7, §6.8).</summary>
    public const int MaxLine = 76;

    public static void WritePart(string mediaType, string text, IBufferWriter<byte> output)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * Encoding.UTF8.GetMaxByteCount(text.Length));
        var canonical = buffer.AsSpan(0, Canonicalize(text, buffer));
        var quotedPrintable = QuotedPrintable.EscapeCount(canonical) * 6 <= canonical.Length;

        Encoding.ASCII.GetBytes($"Content-Type: {mediaType}; charset=utf-8\r\n", output);
        Encoding.ASCII.GetBytes($"Content-Transfer-Encoding: {(quotedPrintable ? "quoted-printable" : "base64")}\r\n\r\n", output);
        if (quotedPrintable)
        {
            QuotedPrintable.Write(canonical, output);
        }
        else
        {
            WriteBase64(canonical, output);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>UTF-8 with CRLF as the only line end: the form that both encodings are defined on.</summary>
    private static int Canonicalize(string text, Span<byte> output)
    {
        var written = 0;
        var rest = text.AsSpan();
        while (rest.IndexOfAny('\r', '\n') is var end and >= 0)
        {
            written += Encoding.UTF8.GetBytes(rest[..end], output[written..]);
            output[written++] = (byte)'\r';
            output[written++] = (byte)'\n';
            var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
            rest = rest[(end + (isPair ? 2 : 1))..];
        }

        return written + Encoding.UTF8.GetBytes(rest, output[written..]);
    }

    private static void WriteBase64(ReadOnlySpan<byte> canonical, IBufferWriter<byte> output)
    {
        const int bytesPerLine = MaxLine / 4 * 3;
        while (canonical.Length > 0)
        {
            var line = canonical[..Math.Min(bytesPerLine, canonical.Length)];
            canonical = canonical[line.Length..];
            Encoding.ASCII.GetBytes(Convert.ToBase64String(line), output);
            if (canonical.Length > 0)
            {
                Encoding.ASCII.GetBytes("\r\n", output);
            }
        }
    }
}
