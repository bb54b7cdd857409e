using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Logging;
using Orchestration.Messages;

namespace Orchestration.Delivery.Adapters;

/// <summary>
/// Hands messages to the national gateway over one Service Bus queue per channel, <c>gateway-email</c> and <c>gateway-sms</c>. The gateway takes the
/// message id as its idempotency key, and says later what became of each message on the queue of receipts.
/// </summary>
public sealed class GatewayAdapter(Channel channel, TimeProvider systemTime, ServiceBusClient client, ILogger<GatewayAdapter> logger)
    : DeliveryAdapter(systemTime, logger)
{
    private readonly ServiceBusSender _sender = client.CreateSender(channel == Channel.Email ? "gateway-email" : "gateway-sms");

    public override Channel Channel => channel;

    public override bool HonoursMessageId => true;

    protected override async Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            var body = new ServiceBusMessage(OutgoingMessageJson.Write(message)) { MessageId = message.Id.ToString(), ContentType = "application/json" };
            await _sender.SendMessageAsync(body, cancellation);
            return SendResult.Accepted;
        }
        catch (ServiceBusException error) when (error.IsTransient)
        {
            throw new TransientDeliveryException("Service Bus cannot take messages for the gateway now.", error);
        }
    }
}
