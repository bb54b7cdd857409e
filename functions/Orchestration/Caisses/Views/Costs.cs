using Orchestration.Messages;

namespace Orchestration.Caisses.Views;

/// <summary>What messages cost, by the rates of <see cref="CaisseOptions"/>.</summary>
public static class Costs
{
    /// <summary>Euros, to the cent.</summary>
    /// <param name="options">The rates.</param>
    /// <param name="messages">How many, by channel.</param>
    /// <param name="smsSegments">Of one SMS.</param>
    public static decimal Of(CaisseOptions options, IReadOnlyDictionary<Channel, int> messages, int smsSegments)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(messages);
        return decimal.Round(messages.Sum(pair => pair.Value * Of(options, pair.Key, smsSegments)), 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Euros for a thousand people reached, by channel.</summary>
    public static IReadOnlyDictionary<Channel, decimal> PerThousand(CaisseOptions options, IEnumerable<Channel> channels, int smsSegments) =>
        channels.ToDictionary(channel => channel, channel => Of(options, new Dictionary<Channel, int> { [channel] = 1_000 }, smsSegments));

    private static decimal Of(CaisseOptions options, Channel channel, int smsSegments) =>
        channel == Channel.Sms ? options.SmsSegmentCost * smsSegments : options.EmailCost;
}
