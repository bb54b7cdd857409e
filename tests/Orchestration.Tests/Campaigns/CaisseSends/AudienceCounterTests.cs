using Orchestration.Audience.Datamart;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.CaisseSends;

public sealed class AudienceCounterTests
{
    [Fact]
    public async Task CountAsync_Always_IsWhatIsDecidedThenAndWritesNothing()
    {
        var storage = await PreparationBench.ReadyAsync([.. PreparationBench.People, SomeDatamart.Row("P7"), SomeDatamart.Row("P8")]);
        await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);
        using var bench = new PreparationBench(storage);
        await bench.Suppressions.UnsubscribeAsync("P7", Channel.Email, Purpose.Promotion, default);
        await bench.Suppressions.UnsubscribeAsync("P8", Channel.Email, Purpose.Promotion, default);
        await bench.Suppressions.UnsubscribeAsync("P8", Channel.Sms, Purpose.Promotion, default);

        var count = await bench.Counter.CountAsync(Some.Plan(), default);

        await foreach (var blob in storage.Containers.Decisions.GetBlobsAsync())
            Assert.Fail(blob.Name);
        await bench.PrepareAsync();
        var index = await PreparationBench.IndexAsync(storage);
        Assert.Equal((index.Snapshot, index.Targeted, index.RejectedRows), (count.Snapshot, count.Targeted, count.RejectedRows));
        Assert.Equal(index.Excluded, count.Excluded);
        Assert.Equal(
            index.Lots.GroupBy(lot => lot.Channel).OrderBy(group => group.Key).Select(group => KeyValuePair.Create(group.Key, group.Sum(lot => lot.Count))),
            count.Queued);
    }

    [Fact]
    public async Task CountAsync_NoDatamart_SaysSo()
    {
        var storage = await AppStorage.TakeAsync();
        using var bench = new PreparationBench(storage);

        var error = await Assert.ThrowsAsync<InvalidDatamartException>(() => bench.Counter.CountAsync(Some.Plan(), default));

        Assert.Equal("Aucun datamart n’a encore été livré.", error.Message);
    }
}
