using System.Globalization;
using System.Net.Mail;

namespace Orchestration.Messages.Email;

/// <summary>What the headers of one e-mail derive from; nothing of it tells who was selected, or why.</summary>
/// <param name="MessageId">See <see cref="Orchestration.Messages.MessageId"/>.</param>
/// <param name="Sender">The From mailbox: its domain signs (DKIM) and names the lists.</param>
/// <param name="Slot">The moment of the send, in the caisse's offset.</param>
/// <param name="UnsubscribeUrl">https, opaque token, no address in it.</param>
/// <param name="ListId">One per series: <c>[a-z0-9-]</c>.</param>
/// <param name="Caisse">Id of the caisse, for the providers' feedback by caisse.</param>
/// <param name="Purpose">For the providers' feedback by purpose.</param>
/// <param name="FeedbackSender">5 to 15 letters that name the institution in every Feedback-ID.</param>
internal sealed record EmailHeaderInput(
    Guid MessageId,
    MailAddress Sender,
    DateTimeOffset Slot,
    string UnsubscribeUrl,
    string ListId,
    string Caisse,
    Purpose Purpose,
    string FeedbackSender);

/// <summary>
/// The headers beyond From, To and Subject (domain.md B3): identity (RFC 5322), one-click unsubscription (RFC 2369 and 8058), list
/// (RFC 2919), automatic mail (RFC 3834), feedback by Gmail. Each value is ASCII on one line: a folded List-Unsubscribe breaks DKIM at
/// some providers.
/// </summary>
internal static class EmailHeaders
{
    public const string Date = "Date";
    public const string MessageId = "Message-ID";
    public const string ListUnsubscribe = "List-Unsubscribe";
    public const string ListUnsubscribePost = "List-Unsubscribe-Post";
    public const string ListId = "List-Id";

    /// <summary>Characters of a header line without its line end (RFC 5322 §2.1.1).</summary>
    public const int MaxLine = 998;

    /// <exception cref="FormatException">A value cannot stand in a header, or the unsubscribe link is not https.</exception>
    public static IReadOnlyDictionary<string, string> Compose(EmailHeaderInput input)
    {
        var domain = input.Sender.Host;
        return new OrderedDictionary<string, string>
        {
            [Date] = FormatDate(input.Slot),
            [MessageId] = $"<{input.MessageId:D}@{domain}>",
            [ListUnsubscribe] = $"<{OneLineHttps(input.UnsubscribeUrl)}>",
            [ListUnsubscribePost] = "List-Unsubscribe=One-Click",
            [ListId] = HeaderValue.Require(ListId, $"<{input.ListId}.{domain}>"),
            ["Auto-Submitted"] = "auto-generated",
            ["Precedence"] = "bulk",
            ["Feedback-ID"] = HeaderValue.Require(
                "Feedback-ID", $"{input.ListId}:{input.Caisse}:{Spelling.Of(input.Purpose)}:{input.FeedbackSender}"),
        };
    }

    /// <summary>RFC 5322 §3.3: <c>Tue, 27 Apr 2027 09:00:00 +0200</c>.</summary>
    public static string FormatDate(DateTimeOffset moment)
    {
        var offset = moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return moment.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + offset;
    }

    private static string OneLineHttps(string url)
    {
        var safe = Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            && url.All(character => char.IsAscii(character) && !char.IsControl(character) && character is not (' ' or '<' or '>' or ','))
            && url.Length + ListUnsubscribe.Length + "<>: ".Length <= MaxLine;
        return safe ? url : throw new FormatException("The unsubscribe link is not an https URL that fits on one header line.");
    }
}
