using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Messages;

namespace Orchestration.Delivery.Adapters;

/// <summary>
/// Which adapter takes the messages of a send: an outbox for what a test key ordered; for all others the provider of the installation, and an outbox only
/// where there is nothing else.
/// </summary>
public sealed class AdapterChoice(IEnumerable<DeliveryAdapter> adapters)
{
    /// <exception cref="InvalidOperationException">No adapter serves the channel, or the installation has no outbox for the messages of a test.</exception>
    public DeliveryAdapter Of(SendKey send, Channel channel)
    {
        var serving = adapters.Where(adapter => adapter.Channel == channel).ToList();
        var outbox = serving.Find(adapter => adapter.IsOutbox);
        return OrderId.IsTest(send)
            ? outbox ?? throw new InvalidOperationException($"There is no outbox for {channel}; the messages of a test go nowhere else.")
            : serving.Find(adapter => !adapter.IsOutbox) ?? outbox ?? throw new InvalidOperationException($"There is no adapter for {channel}.");
    }
}
