using Orchestration.Audience.Datamart;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages;

namespace Orchestration.Audience.Decisions;

/// <summary>How to reach somebody, or why not.</summary>
/// <param name="Channel">The first channel of the send that can reach the person; null when none can.</param>
/// <param name="Address">Where.</param>
/// <param name="Excluded">The <see cref="ExclusionReason"/> when none can.</param>
public readonly record struct ChannelChoice(Channel? Channel, string? Address, string? Excluded)
{
    /// <summary>
    /// Takes the channels in order. When none can reach the person, the reason is the one that says most: a will (opposition, STOP) before a
    /// fault of the address, a fault before an absence.
    /// </summary>
    /// <param name="person">Whose contacts.</param>
    /// <param name="channels">In order of preference.</param>
    /// <param name="contacts">Validates an address for a channel: gives it in canonical form, or null.</param>
    /// <param name="suppressed">Tells why this address must not be used, or null.</param>
    public static ChannelChoice Of(
        Person person,
        IReadOnlyList<Channel> channels,
        Func<Channel, string, string?> contacts,
        Func<Channel, string, Suppression?> suppressed)
    {
        string? reason = null;
        foreach (var channel in channels)
        {
            var written = person[channel == Messages.Channel.Email ? PopulationSchema.Email : PopulationSchema.Mobile].Text;
            if (written is null)
                continue;
            if (contacts(channel, written) is not { } address)
                reason ??= ExclusionReason.InvalidContact;
            else if (suppressed(channel, address) is { } suppression)
                reason = reason is null or ExclusionReason.InvalidContact ? ExclusionReason.Of(suppression) : reason;
            else
                return new ChannelChoice(channel, address, null);
        }

        return new ChannelChoice(null, null, reason ?? ExclusionReason.NoContact);
    }
}
