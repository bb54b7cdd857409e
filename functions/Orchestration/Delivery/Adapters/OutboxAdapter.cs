using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orchestration.Messages;
using Orchestration.Messages.Email.Mime;
using Orchestration.Storage;

namespace Orchestration.Delivery.Adapters;

/// <summary>
/// Writes messages into a folder instead of sending them: <c>{folder}/{sendKey}/{message id}.eml</c>, which opens in a mail program, and <c>.json</c> for an
/// SMS. The name is the message id, so that a repeat writes the same file again.
/// </summary>
public sealed class OutboxAdapter(Channel channel, string folder, TimeProvider systemTime, ILogger<OutboxAdapter> logger)
    : DeliveryAdapter(systemTime, logger)
{
    public override Channel Channel => channel;

    public override bool HonoursMessageId => true;

    protected override async Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var (extension, content) = channel == Channel.Email
            ? (".eml", MimeWriter.Write(message))
            : (".json", JsonSerializer.SerializeToUtf8Bytes(new { message.To, message.From, message.Text, message.Meta.Segments }, Json.Indented));
        var directory = Directory.CreateDirectory(Path.Combine(folder, message.Meta.SendKey));
        var path = Path.Combine(directory.FullName, $"{message.Id:D}{extension}");
        await File.WriteAllBytesAsync(path + ".tmp", content, cancellation);
        File.Move(path + ".tmp", path, overwrite: true);
        return SendResult.Delivered;
    }
}
