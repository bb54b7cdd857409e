using System.Collections.Frozen;

namespace Orchestration.Messages;

/// <summary>How files, headers and hashes spell the words of messages; renaming a member in code changes none of them.</summary>
internal static class Spelling
{
    public static readonly FrozenDictionary<string, Channel> Channels = Enum.GetValues<Channel>().ToFrozenDictionary(Of);

    public static readonly FrozenDictionary<string, Purpose> Purposes = Enum.GetValues<Purpose>().ToFrozenDictionary(Of);

    public static string Of(Channel channel) => channel switch
    {
        Channel.Email => "email",
        Channel.Sms => "sms",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static string Of(Purpose purpose) => purpose switch
    {
        Purpose.Promotion => "promotion",
        Purpose.Administrative => "administrative",
        Purpose.Health => "health",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };
}
