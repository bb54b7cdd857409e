using Orchestration.Messages;

namespace Orchestration.Wording;

/// <summary>Channels as French people name them.</summary>
internal static class ChannelNames
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Email => "e-mail",
        Channel.Sms => "SMS",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A channel without a name."),
    };

    /// <summary>« e-mail, sinon SMS ».</summary>
    public static string InOrder(IEnumerable<Channel> channels) => string.Join(", sinon ", channels.Select(Of));

    /// <summary>« les e-mails ».</summary>
    public static string Many(Channel channel) => channel == Channel.Sms ? "les SMS" : $"les {Of(channel)}s";
}
