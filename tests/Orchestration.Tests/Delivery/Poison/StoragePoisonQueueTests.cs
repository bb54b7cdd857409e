using Azure.Storage.Queues;
using Orchestration.Delivery.Poison;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery.Poison;

public sealed class StoragePoisonQueueTests
{
    private const string Name = "receipts";

    [Fact]
    public async Task LookAsync_NothingWasEverGivenUp_IsEmpty()
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal(0, (await new StoragePoisonQueue(storage.Accounts, Name).LookAsync(default)).Count);
        Assert.Equal(0, await new StoragePoisonQueue(storage.Accounts, Name).ReplayAsync(new PoisonChoice(null, 10), default));
    }

    [Fact]
    public async Task LookAsync_MoreThanAPage_CountsThemAndShowsTheOldest()
    {
        var bench = await Bench.StartAsync(40);

        var view = await bench.Poison.LookAsync(default);

        Assert.Equal((40, 32), (view.Count, view.First.Count));
        Assert.Equal("message 0", view.First[0].Body);
    }

    [Fact]
    public async Task ReplayAsync_One_MovesItAndLeavesTheOthersInSight()
    {
        var bench = await Bench.StartAsync(40);
        var third = (await bench.Poison.LookAsync(default)).First[2];

        Assert.Equal(1, await bench.Poison.ReplayAsync(PoisonChoice.One(third.Id), default));

        Assert.Equal(["message 2"], await bench.MainAsync());
        var left = await bench.Poison.LookAsync(default);
        Assert.Equal((39, 32), (left.Count, left.First.Count));
        Assert.Equal(0, await bench.Poison.ReplayAsync(PoisonChoice.One(third.Id), default));
    }

    [Fact]
    public async Task ReplayAsync_All_MovesNoMoreThanWereMeant()
    {
        var bench = await Bench.StartAsync(5);

        Assert.Equal(3, await bench.Poison.ReplayAsync(new PoisonChoice(null, 3), default));

        Assert.Equal(3, (await bench.MainAsync()).Count);
        Assert.Equal(2, (await bench.Poison.LookAsync(default)).First.Count);
    }

    [Fact]
    public async Task DiscardAsync_All_LeavesNothingAnywhere()
    {
        var bench = await Bench.StartAsync(5);

        Assert.Equal(5, await bench.Poison.DiscardAsync(new PoisonChoice(null, 5), default));

        Assert.Empty(await bench.MainAsync());
        Assert.Equal(0, (await bench.Poison.LookAsync(default)).Count);
    }

    // What is not Base64 was given up for that very reason: it must be seen, and go.
    [Fact]
    public async Task DiscardAsync_TextThatIsNotBase64_IsSeenAndGoes()
    {
        var bench = await Bench.StartAsync(0);
        await bench.Raw.SendMessageAsync("{ }");

        var message = Assert.Single((await bench.Poison.LookAsync(default)).First);
        Assert.Equal("{ }", message.Body);
        Assert.Equal(1, await bench.Poison.DiscardAsync(PoisonChoice.One(message.Id), default));
    }

    /// <summary>The process dies between putting a message back and taking it off the poison queue: it is in both, and lost from neither.</summary>
    [Fact]
    public async Task ReplayAsync_CrashAfterPuttingBack_LosesNothing()
    {
        var bench = await Bench.StartAsync(2);
        var doomed = bench.Storage.Another(new FailingDeletes());

        await Assert.ThrowsAsync<IOException>(() => new StoragePoisonQueue(doomed.Accounts, Name).ReplayAsync(new PoisonChoice(null, 2), default));

        Assert.Equal(["message 0"], await bench.MainAsync());
        Assert.Equal(2, (await bench.Poison.LookAsync(default)).Count);
    }

    private sealed class Bench(AppStorage storage)
    {
        public AppStorage Storage => storage;

        public StoragePoisonQueue Poison { get; } = new(storage.Accounts, Name);

        public QueueClient Raw { get; } = storage.Accounts.Queues(StorageAccounts.Data, QueueMessageEncoding.None).GetQueueClient($"{Name}-poison");

        private QueueClient Main { get; } = storage.Accounts.Queues(StorageAccounts.Data).GetQueueClient(Name);

        public static async Task<Bench> StartAsync(int messages)
        {
            var bench = new Bench(await AppStorage.TakeAsync());
            await bench.Main.CreateIfNotExistsAsync();
            await bench.Raw.CreateIfNotExistsAsync();
            var poison = bench.Storage.Accounts.Queues(StorageAccounts.Data).GetQueueClient($"{Name}-poison");
            for (var n = 0; n < messages; n++)
                await poison.SendMessageAsync($"message {n}");
            return bench;
        }

        public async Task<IReadOnlyList<string>> MainAsync() =>
            [.. (await Main.PeekMessagesAsync(32)).Value.Select(message => message.Body.ToString())];
    }

    private sealed class FailingDeletes : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(Azure.Core.HttpMessage message)
        {
            if (message.Request.Method == Azure.Core.RequestMethod.Delete)
                throw new IOException("gone");
        }
    }
}
