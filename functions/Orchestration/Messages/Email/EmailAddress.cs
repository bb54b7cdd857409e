using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Orchestration.Messages.Email;

/// <summary>
/// Reads addresses through <see cref="MailAddress"/>, and keeps to what every provider carries: ASCII, a dotted domain, the lengths of RFC 5321.
/// </summary>
public static partial class EmailAddress
{
    private const int MaxLength = 254;
    private const int MaxLocalPart = 64;

    /// <summary>A bare address, such as <c>prenom.nom@exemple.fr</c>: no name, no comment, no list.</summary>
    public static bool TryParse(string? text, out string address)
    {
        address = text?.Trim() ?? "";
        return address.Length <= MaxLength
            && Shape().IsMatch(address)
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address
            && parsed.User.Length <= MaxLocalPart;
    }

    /// <summary>A mailbox, such as <c>"L’Assurance Maladie" &lt;info@exemple.fr&gt;</c>.</summary>
    /// <exception cref="FormatException">The name could add or disguise a header, or the address is not one.</exception>
    public static MailAddress Mailbox(string name, string address)
    {
        HeaderValue.Require("From", name);
        return TryParse(address, out var bare) ? new MailAddress(bare, name) : throw new FormatException("The sender's address is not one.");
    }

    /// <summary>Reads back the text of a mailbox.</summary>
    /// <exception cref="FormatException">As for <see cref="Mailbox(string, string)"/>.</exception>
    public static MailAddress Mailbox(string text) =>
        MailAddress.TryCreate(text, out var parsed)
            ? Mailbox(parsed.DisplayName, parsed.Address)
            : throw new FormatException("The sender is not a mailbox.");

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*" +
        @"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
