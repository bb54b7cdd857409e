using System.Buffers;

namespace Orchestration.Messages.Email.Mime;

/// <summary>Quoted-printable of RFC 2045 §6.7 over text whose line ends are CRLF.</summary>
internal static class QuotedPrintable
{
    private const int EscapeLength = 3;

    /// <summary>Worst case: every byte escaped, and a soft line break every 25 of them.</summary>
    private const int MaxGrowth = 4;

    private static ReadOnlySpan<byte> Hexadecimal => "0123456789ABCDEF"u8;

    /// <summary>How many bytes would be escaped, blanks before a line end aside.</summary>
    public static int EscapeCount(ReadOnlySpan<byte> canonical)
    {
        var count = 0;
        for (var at = 0; at < canonical.Length; at++)
        {
            if (IsLineEnd(canonical, at))
            {
                at++;
            }
            else if (!IsLiteral(canonical[at]))
            {
                count++;
            }
        }

        return count;
    }

    public static void Write(ReadOnlySpan<byte> canonical, IBufferWriter<byte> output)
    {
        var target = output.GetSpan((canonical.Length * MaxGrowth) + EscapeLength);
        var written = 0;
        var column = 0;
        for (var at = 0; at < canonical.Length; at++)
        {
            if (IsLineEnd(canonical, at))
            {
                target[written++] = (byte)'\r';
                target[written++] = (byte)'\n';
                column = 0;
                at++;
                continue;
            }

            var value = canonical[at];
            var isLiteral = IsLiteral(value) && !IsTrailingBlank(canonical, at);
            var length = isLiteral ? 1 : EscapeLength;
            if (column + length >= TransferEncoding.MaxLine)
            {
                "=\r\n"u8.CopyTo(target[written..]);
                written += EscapeLength;
                column = 0;
            }

            if (isLiteral)
            {
                target[written] = value;
            }
            else
            {
                target[written] = (byte)'=';
                target[written + 1] = Hexadecimal[value >> 4];
                target[written + 2] = Hexadecimal[value & 0x0F];
            }

            written += length;
            column += length;
        }

        output.Advance(written);
    }

    private static bool IsLiteral(byte value) => value is (>= (byte)' ' and <= (byte)'~' and not (byte)'=') or (byte)'\t';

    private static bool IsLineEnd(ReadOnlySpan<byte> canonical, int at) =>
        canonical[at] == '\r' && at + 1 < canonical.Length && canonical[at + 1] == '\n';

    /// <summary>Relays strip blanks at the end of a line.</summary>
    private static bool IsTrailingBlank(ReadOnlySpan<byte> canonical, int at) =>
        canonical[at] is (byte)' ' or (byte)'\t' && (at + 1 == canonical.Length || IsLineEnd(canonical, at + 1));
}
