using System.Buffers;
using System.Net.Mail;
using System.Text;

namespace Orchestration.Messages.Email.Mime;

/// <summary>Writes header lines; whatever cannot stand in a header is refused, not cleaned.</summary>
internal readonly struct HeaderWriter(IBufferWriter<byte> output)
{
    /// <summary>Of a line without its line end, once it holds encoded words (RFC 2047 §2); RFC 5322 §2.1.1 recommends 78 for any.</summary>
    private const int MaxFoldedLine = 76;

    /// <summary>A longer name is cheaper to encode than to fold.</summary>
    private const int MaxQuotedName = 60;

    /// <summary>An ASCII value on one line, never folded.</summary>
    /// <exception cref="FormatException">Not ASCII, too long, or unsafe.</exception>
    public void Line(string name, string value)
    {
        HeaderValue.Require(name, value);
        if (!IsName(name) || !Ascii.IsValid(value) || name.Length + 2 + value.Length > EmailHeaders.MaxLine)
        {
            throw new FormatException($"Header '{name}' does not fit on one ASCII line.");
        }

        Write($"{name}: {value}\r\n");
    }

    /// <summary>Free text, such as a subject: as it is when short and ASCII, in encoded words otherwise.</summary>
    /// <exception cref="FormatException">Unsafe.</exception>
    public void Text(string name, string value)
    {
        HeaderValue.Require(name, value);
        var plain = name.Length + 2 + value.Length <= MaxFoldedLine
            && Ascii.IsValid(value)
            && !value.Contains("=?", StringComparison.Ordinal)
            && value.AsSpan().Trim(' ').Length == value.Length;
        Write($"{name}: {(plain ? value : EncodedWords.Encode(value, name.Length + 2, out _))}\r\n");
    }

    /// <summary>A name and an address.</summary>
    /// <exception cref="FormatException">Unsafe.</exception>
    public void Mailbox(string name, MailAddress mailbox)
    {
        HeaderValue.Require(name, mailbox.DisplayName);
        var address = $"<{mailbox.Address}>";
        var phrase = Phrase(mailbox.DisplayName, name.Length + 2, out var column);
        var separator = phrase.Length == 0 ? "" : column + 1 + address.Length <= MaxFoldedLine ? " " : "\r\n ";
        Write($"{name}: {phrase}{separator}{address}\r\n");
    }

    private static string Phrase(string displayName, int column, out int endColumn)
    {
        if (displayName.Length > MaxQuotedName || !Ascii.IsValid(displayName) || displayName.Contains("=?", StringComparison.Ordinal))
        {
            return EncodedWords.Encode(displayName, column, out endColumn);
        }

        var quoted = displayName.Length == 0
            ? ""
            : $"\"{displayName.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        endColumn = column + quoted.Length;
        return quoted;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    private void Write(string ascii) => Encoding.ASCII.GetBytes(ascii, output);
}
