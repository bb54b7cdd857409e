using Orchestration.Messages;
using Orchestration.Messages.Email;
using Orchestration.Messages.Sms;

namespace Orchestration.Audience;

/// <summary>Brings an address of the datamart to the one form under which it is compared and used.</summary>
internal static class ContactCheck
{
    /// <returns>Null when nobody can be reached there.</returns>
    public static string? Canonical(Channel channel, string written) => channel switch
    {
        Channel.Email => EmailAddress.TryParse(written, out var address) ? address : null,
        Channel.Sms => MobileNumber.TryParse(written, out var number, out _) ? number.Value : null,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without addresses."),
    };
}
