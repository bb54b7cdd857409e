using System.Collections.Concurrent;
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
    private static readonly Task<SendResult> Delivered = Task.FromResult(SendResult.Delivered);

    private readonly ConcurrentDictionary<string, string> _folders = new(StringComparer.Ordinal);

    public override Channel Channel => channel;

    public override bool IsOutbox => true;

    public override bool HonoursMessageId => true;

    // Written at once and under its own name: a file that a crash cut short is written again, since its outcome was not recorded.
    protected override Task<SendResult> TrySendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var (extension, content) = channel == Channel.Email
            ? (".eml", MimeWriter.Write(message))
            : (".json", JsonSerializer.SerializeToUtf8Bytes(new { message.To, message.From, message.Text, message.Meta.Segments }, Json.Indented));
        var directory = _folders.GetOrAdd(message.Meta.SendKey, send => Directory.CreateDirectory(Path.Combine(folder, send)).FullName);
        File.WriteAllBytes(Path.Combine(directory, $"{message.Id:D}{extension}"), content);
        return Delivered;
    }
}
