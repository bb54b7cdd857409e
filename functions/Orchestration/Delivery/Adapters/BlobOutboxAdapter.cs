using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orchestration.Messages;
using Orchestration.Messages.Email.Mime;
using Orchestration.Storage;

namespace Orchestration.Delivery.Adapters;

/// <summary>
/// Keeps messages as blobs instead of sending them, where there is no folder to write into: <c>outbox/{sendKey}/{message id}.eml</c>, and <c>.json</c> for
/// an SMS. The name is the message id, so that a repeat writes the same blob again.
/// </summary>
public sealed class BlobOutboxAdapter(Channel channel, Containers containers, TimeProvider systemTime, ILogger<BlobOutboxAdapter> logger)
    : DeliveryAdapter(systemTime, logger)
{
    public override Channel Channel => channel;

    public override bool IsOutbox => true;

    public override bool HonoursMessageId => true;

    protected override async Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (extension, type, content) = channel == Channel.Email
            ? (".eml", "message/rfc822", MimeWriter.Write(message))
            : (".json", "application/json", JsonSerializer.SerializeToUtf8Bytes(new { message.To, message.From, message.Text, message.Meta.Segments }, Json.Indented));
        await containers.Outbox.WriteAsync($"{message.Meta.SendKey}/{message.Id:D}{extension}", new BinaryData(content), type, cancellation);
        return SendResult.Delivered;
    }
}
