using System.Text.Json.Serialization;

namespace Orchestration.Messages;

/// <summary>
/// One rendered message: a line of a lot, and all that a delivery adapter gets. It holds no NIR, no criterion, no name of a segment,
/// and nothing of the person but the contact and the texts. JSON names, in this order: <c>id, to, channel, from, subject, text, html,
/// headers, meta</c>; what a channel does not have is left out.
/// </summary>
/// <param name="Id">The idempotency key; see <see cref="MessageId"/>.</param>
/// <param name="To">A bare e-mail address, or a mobile number in E.164.</param>
/// <param name="Channel"><c>email</c> or <c>sms</c>.</param>
/// <param name="From">A mailbox, <c>"L’Assurance Maladie" &lt;info@exemple.fr&gt;</c>, or the sender of an SMS (OADC).</param>
/// <param name="Text">The text part of an e-mail, or the SMS.</param>
/// <param name="Meta">Where it comes from.</param>
/// <param name="Subject">E-mail only; Unicode, one line.</param>
/// <param name="Html">E-mail only.</param>
/// <param name="Headers">E-mail only: the headers beyond From, To and Subject; ASCII, one line each.</param>
public sealed record OutgoingMessage(
    [property: JsonPropertyOrder(0)] Guid Id,
    [property: JsonPropertyOrder(1)] string To,
    [property: JsonPropertyOrder(2)] Channel Channel,
    [property: JsonPropertyOrder(3)] string From,
    [property: JsonPropertyOrder(5)] string Text,
    [property: JsonPropertyOrder(8)] MessageMeta Meta,
    [property: JsonPropertyOrder(4)] string? Subject = null,
    [property: JsonPropertyOrder(6)] string? Html = null,
    [property: JsonPropertyOrder(7)] IReadOnlyDictionary<string, string>? Headers = null);

/// <summary>Where a message comes from: enough to explain and to count it, nothing about the person.</summary>
/// <param name="SendKey">The occurrence.</param>
/// <param name="Caisse">Id of the caisse.</param>
/// <param name="Template">Template id.</param>
/// <param name="Version">Version of the template.</param>
/// <param name="Content">Content hash that the visa covers: sha256, lower-case hexadecimal.</param>
/// <param name="Purpose">Decides which suppressions forbid it.</param>
/// <param name="Person">Keyed hash of the person, by which suppressions are looked up; nothing can be told from it.</param>
/// <param name="Segments">SMS only: what it costs.</param>
public sealed record MessageMeta(
    string SendKey,
    string Caisse,
    string Template,
    int Version,
    string Content,
    Purpose Purpose,
    string Person,
    int? Segments = null);
