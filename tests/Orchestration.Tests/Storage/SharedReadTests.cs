using System.Collections.Concurrent;
using Orchestration.Storage;

namespace Orchestration.Tests.Storage;

/// <summary>What «read again» rests on: whoever asks gets what was read after they asked.</summary>
public sealed class SharedReadTests
{
    [Fact]
    public async Task ReadAsync_ManyAtOnce_CostsFarLessThanOneEach()
    {
        var store = new Store();
        var shared = new SharedRead<int>(store.ReadAsync);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => shared.ReadAsync(default)));

        Assert.InRange(store.Reads, 1, 20);
    }

    [Fact]
    public async Task ReadAsync_OneIsUnderWay_WaitsForOneThatBeginsLater()
    {
        var store = new Store();
        var gate = store.HoldNext();
        var shared = new SharedRead<int>(store.ReadAsync);
        var early = shared.ReadAsync(default);
        await gate.Begun;
        store.Value = 1;

        Assert.Equal(1, await shared.ReadAsync(default));

        gate.Open();
        Assert.Equal(0, await early);
    }

    [Fact]
    public async Task ReadAsync_ValueChangesWhileManyAsk_NobodyGetsWhatWasThereBeforeTheyAsked()
    {
        var store = new Store();
        var shared = new SharedRead<int>(store.ReadAsync);

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellation) =>
        {
            var asked = store.Raise();
            Assert.True(await shared.ReadAsync(cancellation) >= asked);
        });
    }

    [Fact]
    public async Task ReadAsync_OneWaiterGivesUp_TheOthersGetTheirs()
    {
        var store = new Store();
        var gate = store.HoldNext();
        var shared = new SharedRead<int>(store.ReadAsync);
        using var giveUp = new CancellationTokenSource();
        var (impatient, patient) = (shared.ReadAsync(giveUp.Token), shared.ReadAsync(default));

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.Open();
        Assert.Equal(0, await patient);
    }

    [Fact]
    public async Task ReadAsync_ReadFails_TheNextReadsAnew()
    {
        var reads = 0;
        var shared = new SharedRead<int>(_ => ++reads == 1 ? throw new IOException() : Task.FromResult(reads));

        await Assert.ThrowsAsync<IOException>(() => shared.ReadAsync(default));

        Assert.Equal(2, await shared.ReadAsync(default));
    }

    private sealed class Store
    {
        private readonly ConcurrentQueue<Gate> _gates = new();
        private int _reads;
        private int _value;

        public int Reads => _reads;

        public int Value
        {
            set => _value = value;
        }

        public int Raise() => Interlocked.Increment(ref _value);

        public Gate HoldNext()
        {
            var gate = new Gate();
            _gates.Enqueue(gate);
            return gate;
        }

        public async Task<int> ReadAsync(CancellationToken cancellation)
        {
            var read = Volatile.Read(ref _value);
            Interlocked.Increment(ref _reads);
            if (_gates.TryDequeue(out var gate))
                await gate.PassAsync();
            return read;
        }
    }

    private sealed class Gate
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void Open() => _open.SetResult();

        public Task PassAsync()
        {
            _begun.SetResult();
            return _open.Task;
        }
    }
}
