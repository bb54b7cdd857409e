using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Dashboard.Sends;

public sealed class SendBoardTests
{
    private const int Many = 2_000;

    // No orchestration was started: nobody is asked.
    private static readonly Microsoft.DurableTask.Client.DurableTaskClient Nobody = null!;

    [Fact]
    public async Task ReadAsync_ThousandsOfSends_ReadsAgainOnlyWhatHasChanged()
    {
        var storage = await AppStorage.TakeAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, Many), async (n, cancellation) =>
            await storage.Containers.Sends.TryCreateAsync($"{KeyOf(n)}.json", new SendRecord(Some.Plan() with { Key = KeyOf(n) }, 1, false, false), cancellation));
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        using var board = new SendBoard(storage.Containers, control, storage.Clocks);
        Assert.Equal(Many, (await board.ReadAsync(Nobody, default)).Count);

        await new SendStore(storage.Containers).WithdrawAsync(KeyOf(7), 2, default);
        storage.System.Advance(TimeSpan.FromSeconds(3));
        var before = storage.Probe.Calls.Count;
        var rows = await board.ReadAsync(Nobody, default);

        Assert.Equal(BoardState.Over, rows.Single(row => row.Send.Key == KeyOf(7)).State);
        // One list, one record, control.
        Assert.InRange(storage.Probe.Calls.Count - before, 2, 4);
    }

    [Fact]
    public async Task ReadAsync_AtOnce_AsksOnce()
    {
        var storage = await AppStorage.TakeAsync();
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        using var board = new SendBoard(storage.Containers, control, storage.Clocks);

        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => board.ReadAsync(Nobody, default)));

        Assert.All(all, rows => Assert.Single(rows));
        Assert.Single(storage.Probe.Calls, call => call.Path.Contains("/sends", StringComparison.Ordinal) && !call.Path.Contains(".json", StringComparison.Ordinal) && call.Method == "GET");
    }

    private static SendKey KeyOf(int n) => SendKey.Create("essai-2027", "ror", "invitation", $"{n}");
}
