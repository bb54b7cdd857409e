using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Orchestration.Messages.Email.Mime;

/// <summary>
/// Writes an e-mail as the bytes of an <c>.eml</c> file (RFC 5322, 2045-2047): multipart/alternative, text first, HTML last. The same
/// message gives the same bytes: the boundary derives from its id, the headers stand in one fixed order.
/// </summary>
public static class MimeWriter
{
    /// <summary>What this class writes itself, and what would send the message to somebody else.</summary>
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "From", "Sender", "To", "Cc", "Bcc", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding");

    public static byte[] Write(OutgoingMessage message)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(message, output);
        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">A header value, the sender or the recipient cannot stand in a header.</exception>
    /// <exception cref="ArgumentException">The message is not an e-mail.</exception>
    public static void Write(OutgoingMessage message, IBufferWriter<byte> output)
    {
        if (message is not { Channel: Channel.Email, Subject: not null, Html: not null, Headers: not null })
        {
            throw new ArgumentException($"Message {message.Id} is not a whole e-mail.", nameof(message));
        }

        // « =_ » cannot occur in quoted-printable, nor in base64: no part can contain its own boundary.
        var boundary = $"=_{message.Id:N}";
        WriteHeaders(message, message.Subject, message.Headers, boundary, output);
        Write(output, $"\r\n--{boundary}\r\n");
        TransferEncoding.WritePart("text/plain", message.Text, output);
        Write(output, $"\r\n--{boundary}\r\n");
        TransferEncoding.WritePart("text/html", message.Html, output);
        Write(output, $"\r\n--{boundary}--\r\n");
    }

    private static void WriteHeaders(
        OutgoingMessage message, string subject, IReadOnlyDictionary<string, string> others, string boundary, IBufferWriter<byte> output)
    {
        var headers = new HeaderWriter(output);
        headers.Mailbox("From", EmailAddress.Mailbox(message.From));
        headers.Line("To", Recipient(message.To));
        headers.Text("Subject", subject);
        foreach (var (name, value) in others.OrderBy(header => header.Key, StringComparer.Ordinal))
        {
            headers.Line(Reserved.Contains(name) ? throw new FormatException($"Header '{name}' cannot be given.") : name, value);
        }

        headers.Line("MIME-Version", "1.0");
        headers.Line("Content-Type", $"multipart/alternative; boundary=\"{boundary}\"");
    }

    private static string Recipient(string to) =>
        EmailAddress.TryParse(to, out var address) ? address : throw new FormatException("The recipient's address is not one.");

    private static void Write(IBufferWriter<byte> output, string ascii) => Encoding.ASCII.GetBytes(ascii, output);
}
