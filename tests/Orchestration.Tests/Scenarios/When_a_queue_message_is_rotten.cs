using Microsoft.Extensions.DependencyInjection;
using Orchestration.Delivery;
using Orchestration.Storage;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_queue_message_is_rotten
{
    [Fact]
    public async Task Should_end_in_the_poison_queue_with_its_reason()
    {
        await using var app = await CampaignApp.StartAsync();
        var queues = app.Services.GetRequiredService<StorageAccounts>().Queues(StorageAccounts.Data);
        const string Body = "{\"lotId\":\"pas un lot\"}";
        var sent = await queues.GetQueueClient(StorageDeliveryQueue.Name).SendMessageAsync(Body);

        var poison = queues.GetQueueClient(StorageDeliveryQueue.Name + "-poison");
        await CampaignApp.UntilAsync(
            async () => await poison.ExistsAsync() && (await poison.PeekMessagesAsync()).Value.Length == 1, "the message is given up");

        var reason = await app.Containers.Failures.ReadAsync<GivenUp>(GivenUp.Path(Body), default);
        Assert.Equal((sent.Value.MessageId, nameof(DeliverLot)), (reason.MessageId, reason.Function));
        Assert.StartsWith("FunctionInputConverterException", reason.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pas un lot", reason.Error, StringComparison.Ordinal);
        Assert.Equal(Body, (await poison.PeekMessagesAsync()).Value[0].Body.ToString());
    }
}
