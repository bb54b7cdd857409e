using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>A provider that answers as the scenario wants.</summary>
internal sealed class ProviderAdapter(Channel channel, Func<OutgoingMessage, Task<SendResult>> answer)
    : DeliveryAdapter(TimeProvider.System, NullLogger.Instance)
{
    public override Channel Channel => channel;

    public override bool HonoursMessageId => true;

    protected override Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation) => answer(message);
}
