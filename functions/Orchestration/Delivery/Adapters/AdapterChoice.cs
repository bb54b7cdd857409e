using Orchestration.Campaigns;
using Orchestration.Caisses.Orders;
using Orchestration.Messages;

namespace Orchestration.Delivery.Adapters;

/// <summary>Which adapter takes the messages of a send: an outbox for what a test key ordered, else the one of the installation.</summary>
public sealed class AdapterChoice(IEnumerable<DeliveryAdapter> adapters)
{
    /// <exception cref="InvalidOperationException">The installation has no outbox for the messages of a test.</exception>
    public DeliveryAdapter Of(SendKey send, Channel channel) => OrderId.IsTest(send)
        ? adapters.FirstOrDefault(adapter => adapter.Channel == channel && adapter.IsOutbox)
            ?? throw new InvalidOperationException($"There is no outbox for {channel}; the messages of a test go nowhere else.")
        : adapters.First(adapter => adapter.Channel == channel);
}
