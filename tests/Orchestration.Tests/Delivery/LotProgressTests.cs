using Azure;
using Azure.Storage.Blobs.Specialized;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class LotProgressTests
{
    private static readonly WorkerId One = new("11111111-1111-1111-1111-111111111111");
    private static readonly WorkerId Other = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public async Task OpenAsync_NewLot_KnowsNothing()
    {
        await using var progress = await OpenAsync(await AppStorage.TakeAsync(), One);

        Assert.Equal(0, progress.Outcomes.Total);
    }

    [Fact]
    public async Task OpenAsync_GivenBackByAnother_KnowsWhatWasRecorded()
    {
        var storage = await AppStorage.TakeAsync();
        await using (var first = await OpenAsync(storage, One))
        {
            await first.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default);
            await first.AppendAsync([Some.Outcome(Some.MessageIdOf(2), DeliveryStatus.Failed, "x")], default);
        }

        await using var second = await OpenAsync(storage, Other);

        Assert.Equal(2, second.Outcomes.Total);
        Assert.True(second.Outcomes.IsSettled(Some.MessageIdOf(2)));
    }

    [Fact]
    public async Task OpenAsync_HeldByAnotherWorker_IsBusy()
    {
        var storage = await AppStorage.TakeAsync();
        await using var first = await OpenAsync(storage, One);

        await Assert.ThrowsAsync<LotBusyException>(() => OpenAsync(storage.Another(), Other));
    }

    [Fact]
    public async Task OpenAsync_SameWorkerAfterACrash_TakesItUpAtOnceWithWhatWasRecorded()
    {
        var storage = await AppStorage.TakeAsync();
        var dying = storage.Another();
        var first = await OpenAsync(dying, One);
        await first.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default);
        dying.Probe.Die();

        await using var second = await OpenAsync(storage, One);

        Assert.True(second.Outcomes.IsSettled(Some.MessageIdOf(1)));
        await second.AppendAsync([Some.Outcome(Some.MessageIdOf(2), DeliveryStatus.Delivered)], default);
    }

    [Fact]
    public async Task OpenAsync_WholeAndClosedByAnotherWorker_KnowsItAllAndAsksForNoMore()
    {
        var storage = await AppStorage.TakeAsync();
        await using (var first = await OpenAsync(storage, One, count: 1))
            await first.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default);

        var other = storage.Another();
        await using (var second = await OpenAsync(other, Other, count: 1))
            Assert.True(second.Outcomes.IsSettled(Some.MessageIdOf(1)));

        Assert.DoesNotContain(other.Probe.Calls, call => call.Path.Contains("comp=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_WholeLotOfOneChunk_TakesTwoRequests()
    {
        var storage = await AppStorage.TakeAsync();
        await using (var progress = await OpenAsync(storage, One, count: 2))
            await progress.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered), Some.Outcome(Some.MessageIdOf(2), DeliveryStatus.Delivered)], default);

        Assert.Equal(2, storage.Probe.Calls.Count);
    }

    // Two workers begin the progress of a lot at once; the slower one must not take it for new.
    [Theory]
    [InlineData("PUT", "/progress/")]
    [InlineData("HEAD", "/progress/")]
    [InlineData("PUT", "comp=lease")]
    public async Task OpenAsync_AnotherWasThereMeanwhile_KnowsWhatItRecorded(string method, string path)
    {
        var storage = await AppStorage.TakeAsync();
        if (path != "/progress/" || method != "PUT")
            await (await OpenAsync(storage.Another(), Other)).DisposeAsync();
        storage.Probe.Before(method, path, async () =>
        {
            await using var other = await OpenAsync(storage.Another(), Other);
            await other.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default);
        });

        await using var progress = await OpenAsync(storage, One);

        Assert.True(progress.Outcomes.IsSettled(Some.MessageIdOf(1)));
    }

    [Fact]
    public async Task AppendAsync_Nothing_WritesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await using var progress = await OpenAsync(storage, One);

        await progress.AppendAsync([], default);

        Assert.DoesNotContain(storage.Probe.Calls, call => call.Path.Contains("appendblock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AppendAsync_LongWorkTakenUpFromAnother_KeepsTheLeaseAlive()
    {
        var storage = await AppStorage.TakeAsync();
        await (await OpenAsync(storage.Another(), Other)).DisposeAsync();
        await using var progress = await OpenAsync(storage, One);
        await progress.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default);
        Assert.Equal(0, Renewals(storage));
        storage.System.Advance(TimeSpan.FromSeconds(20));

        await progress.AppendAsync([Some.Outcome(Some.MessageIdOf(2), DeliveryStatus.Delivered)], default);
        await progress.AppendAsync([Some.Outcome(Some.MessageIdOf(3), DeliveryStatus.Delivered)], default);

        Assert.Equal(1, Renewals(storage));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AppendAsync_TakenByAnother_IsRefusedAndRecordsNothing(bool heirHasAppended)
    {
        var storage = await AppStorage.TakeAsync();
        await using var late = await OpenAsync(storage, One);
        await ForgetHolderAsync(storage);
        await using var heir = await OpenAsync(storage.Another(), Other);
        if (heirHasAppended)
            await heir.AppendAsync([Some.Outcome(Some.MessageIdOf(2), DeliveryStatus.Delivered)], default);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => late.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default));

        Assert.False(late.Outcomes.IsSettled(Some.MessageIdOf(1)));
    }

    [Fact]
    public async Task AppendAsync_LeaseLostToAnother_IsRefusedAndRecordsNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await (await OpenAsync(storage.Another(), Other)).DisposeAsync();
        await using var late = await OpenAsync(storage, One);
        await storage.Another().Containers.Progress.GetBlobClient(Some.Lot().ProgressPath).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        await using var heir = await OpenAsync(storage.Another(), Other);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => late.AppendAsync([Some.Outcome(Some.MessageIdOf(1), DeliveryStatus.Delivered)], default));

        Assert.False(late.Outcomes.IsSettled(Some.MessageIdOf(1)));
    }

    private static Task<LotProgress> OpenAsync(AppStorage storage, WorkerId worker, int count = 1_000) =>
        LotProgress.OpenAsync(storage.Containers, Some.Lot(), count, worker, storage.System, default);

    /// <summary>As when the last append lies a minute back.</summary>
    private static Task ForgetHolderAsync(AppStorage storage) =>
        storage.Another().Containers.Progress.GetBlobClient(Some.Lot().ProgressPath).SetMetadataAsync(new Dictionary<string, string>());

    private static int Renewals(AppStorage storage) => storage.Probe.Calls.Count(call => call.Path.Contains("comp=lease", StringComparison.Ordinal)) - 1;
}
