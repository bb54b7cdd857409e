using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery.Adapters;

public sealed class BlobOutboxAdapterTests
{
    [Theory]
    [InlineData(Channel.Email, ".eml", "Subject: Votre compte")]
    [InlineData(Channel.Sms, ".json", "\"to\": \"+33600000001\"")]
    public async Task SendAsync_SameMessageTwice_IsOneBlobNamedByItsId(Channel channel, string extension, string content)
    {
        var storage = await AppStorage.TakeAsync();
        var adapter = new BlobOutboxAdapter(channel, storage.Containers, storage.System, NullLogger<BlobOutboxAdapter>.Instance);
        var message = SomeLot.Message(1, channel);

        Assert.Equal(SendResult.Delivered, await adapter.SendAsync(message, default));
        Assert.Equal(SendResult.Delivered, await adapter.SendAsync(message, default));

        var blob = Assert.Single(await storage.Containers.Outbox.GetBlobsAsync().ToListAsync());
        Assert.Equal($"{Some.Key.Value}/{message.Id:D}{extension}", blob.Name);
        var text = (await storage.Containers.Outbox.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains(content, text, StringComparison.Ordinal);
        Assert.True(adapter is { IsOutbox: true, HonoursMessageId: true });
    }
}
