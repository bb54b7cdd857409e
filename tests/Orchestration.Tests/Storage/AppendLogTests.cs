using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Storage;

public sealed class AppendLogTests
{
    [Fact]
    public async Task ReadNewAsync_NothingWritten_GivesNothing()
    {
        using var log = Log(await AppStorage.TakeAsync());

        Assert.Empty(await ReadAsync(log));
    }

    [Fact]
    public async Task ReadNewAsync_SeveralAppends_GivesThemInOrderOnce()
    {
        using var log = Log(await AppStorage.TakeAsync());
        await log.AppendAsync([1, 2], default);
        await log.AppendAsync([3], default);

        Assert.Equal([1, 2, 3], await ReadAsync(log));
        Assert.Empty(await ReadAsync(log));
        await log.AppendAsync([4], default);
        Assert.Equal([4], await ReadAsync(log));
    }

    [Fact]
    public async Task AppendAsync_NoRecords_WritesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        using var log = Log(storage);

        await log.AppendAsync([], default);

        Assert.Empty(await ReadAsync(log));
        Assert.DoesNotContain(storage.Probe.Calls, call => call.Path.Contains("appendblock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadNewAsync_TwoReaders_EachKeepsItsPlace()
    {
        var storage = await AppStorage.TakeAsync();
        using var writer = Log(storage);
        using var early = Log(storage.Another());
        using var late = Log(storage.Another());
        await writer.AppendAsync([1], default);
        Assert.Equal([1], await ReadAsync(early));
        await writer.AppendAsync([2], default);

        Assert.Equal([2], await ReadAsync(early));
        Assert.Equal([1, 2], await ReadAsync(late));
    }

    [Fact]
    public async Task ReadNewAsync_ManyAtOnce_EachRecordIsGivenToOneOfThem()
    {
        using var log = Log(await AppStorage.TakeAsync());
        await log.AppendAsync([.. Enumerable.Range(1, 100)], default);

        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReadAsync(log)));

        Assert.Equal(Enumerable.Range(1, 100), read.SelectMany(one => one).Order());
    }

    [Fact]
    public async Task AppendAsync_ManyWritersAtOnce_LosesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        using var reader = Log(storage);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            using var writer = Log(storage.Another());
            for (var i = 0; i < 5; i++)
                await writer.AppendAsync([n * 5 + i], default);
        }));

        Assert.Equal(Enumerable.Range(0, 40), (await ReadAsync(reader)).Order());
    }

    [Fact]
    public async Task AppendAsync_SegmentFull_GoesOnInTheNext()
    {
        var storage = await AppStorage.TakeAsync();
        using var before = Log(storage);
        await before.AppendAsync([1], default);
        Assert.Equal([1], await ReadAsync(before));
        var full = new FullSegments();
        var app = storage.Another(full);
        using var writer = Log(app);
        using var reader = Log(app);

        full.Fill("/log/000001.ndjson");
        Assert.Equal([1], await ReadAsync(reader));
        await writer.AppendAsync([2], default);
        Assert.Equal([2], await ReadAsync(reader));
        full.Fill("/log/000002.ndjson");
        await writer.AppendAsync([3], default);

        Assert.Equal([3], await ReadAsync(reader));
        using var late = Log(app);
        Assert.Equal([1, 2, 3], await ReadAsync(late));
    }

    [Fact]
    public async Task ReadNewAsync_ReaderFails_GivesTheSameAgain()
    {
        using var log = Log(await AppStorage.TakeAsync());
        await log.AppendAsync([1, 2], default);

        await Assert.ThrowsAsync<CrashException>(() => log.ReadNewAsync(_ => throw new CrashException(), default));

        Assert.Equal([1, 2], await ReadAsync(log));
    }

    [Fact]
    public async Task Short_NothingWritten_IsNotThere() =>
        Assert.Null(await Short(await AppStorage.TakeAsync()).TryReadAsync(default));

    [Fact]
    public async Task Short_SeveralAppends_GivesEverythingEachTime()
    {
        var storage = await AppStorage.TakeAsync();
        using var log = Log(storage);
        await log.AppendAsync([1, 2], default);
        using var elsewhere = Log(storage.Another());
        var whole = Short(storage);
        Assert.Equal([1, 2], await whole.ReadAsync(default));
        await elsewhere.AppendAsync([3], default);

        Assert.Equal([1, 2, 3], await whole.ReadAsync(default));
        Assert.Equal([1, 2, 3], await whole.ReadAsync(default));
    }

    private static CachedBlob<IReadOnlyList<int>> Short(AppStorage storage) => AppendLog.Short<int>(storage.Containers.Suppressions, "log");

    private static AppendLog<int> Log(AppStorage storage) => new(storage.Containers.Suppressions, "log");

    private static async Task<List<int>> ReadAsync(AppendLog<int> log)
    {
        var records = new List<int>();
        await log.ReadNewAsync(records.Add, default);
        return records;
    }
}
