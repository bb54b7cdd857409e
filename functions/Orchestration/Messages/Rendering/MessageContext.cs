using Orchestration.Caisses;
using Orchestration.Campaigns;

namespace Orchestration.Messages.Rendering;

/// <summary>The circumstances of one message.</summary>
/// <param name="Id">See <see cref="MessageId"/>.</param>
/// <param name="SendKey">The occurrence.</param>
/// <param name="Caisse">The recipient's.</param>
/// <param name="Slot">The moment of the send: the Date of an e-mail, and <c>date_envoi</c> as the caisse's local date.</param>
/// <param name="UnsubscribeUrl">https, on the public base URL, opaque token; not used by an SMS.</param>
/// <param name="Person">Keyed hash of the person, by which suppressions are looked up.</param>
public sealed record MessageContext(Guid Id, SendKey SendKey, Caisse Caisse, DateTimeOffset Slot, string UnsubscribeUrl, string Person);
