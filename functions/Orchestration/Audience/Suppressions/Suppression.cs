using Orchestration.Messages;

namespace Orchestration.Audience.Suppressions;

/// <summary>One reason never to write to somebody; no name, no address: only a keyed hash (domain.md B1).</summary>
/// <param name="Hash">Of a person or of an address, see <see cref="SuppressionHasher"/>.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Channel">The channel that it closes.</param>
/// <param name="Purpose">The purpose that it closes; null closes them all.</param>
/// <param name="At">When it was recorded, business time.</param>
public sealed record Suppression(string Hash, SuppressionKind Kind, Channel Channel, Purpose? Purpose, DateTimeOffset At);

public enum SuppressionKind
{
    /// <summary>Désinscription: by person, channel and purpose.</summary>
    Unsubscribed,

    /// <summary>STOP answered to an SMS: by number, for everything.</summary>
    Stop,

    /// <summary>Rebond dur: the address does not exist.</summary>
    Bounce,

    /// <summary>Plainte: the message was reported as spam.</summary>
    Complaint,
}
