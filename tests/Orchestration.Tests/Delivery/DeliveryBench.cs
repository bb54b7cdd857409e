using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Planning;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

/// <summary>One worker that delivers lots in chunks of three through a provider that remembers.</summary>
internal sealed class DeliveryBench : IDisposable
{
    public const int ChunkSize = 3;

    private readonly LotDelivery _delivery;

    public DeliveryBench(AppStorage storage, bool honoursMessageId = true, Channel channel = Channel.Email, string worker = "11111111-1111-1111-1111-111111111111")
    {
        Storage = storage;
        Control = new ControlStore(storage.Containers, storage.Clocks);
        Suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        Adapter = new RecordingAdapter(storage.System, channel, honoursMessageId);
        _delivery = new LotDelivery(
            storage.Containers, Control, Suppressions, new AdapterChoice([Adapter]), new CaisseHours(Options.Create(new PlanningRules())), new WorkerId(worker),
            storage.Clocks, Options.Create(new DeliveryOptions { ChunkSize = ChunkSize }), NullLogger<LotDelivery>.Instance);
    }

    public AppStorage Storage { get; }

    public ControlStore Control { get; }

    public SuppressionList Suppressions { get; }

    public RecordingAdapter Adapter { get; }

    /// <summary>How often each of so many people, P1 and on, was given to the provider.</summary>
    public IEnumerable<int> GivenTo(int people) =>
        Enumerable.Range(1, people).Select(person => Adapter.Given.Count(given => given == Some.MessageIdOf(person)));

    public Task<LotSettlement> DeliverAsync(LotReady lot, CancellationToken cancellation = default) => _delivery.DeliverAsync(lot, cancellation);

    /// <summary>What is recorded, in the order of the people.</summary>
    public async Task<IReadOnlyList<(DeliveryStatus Status, string? Reason)>> RecordedAsync(LotReady lot)
    {
        var ledger = new OutcomeLedger();
        await ledger.ReadAsync(Storage.Another().Containers.Progress, lot.LotId.ProgressPath, default);
        return [.. Enumerable.Range(1, lot.Count)
            .Select(person => ledger.All.Single(outcome => outcome.Id == Some.MessageIdOf(person)))
            .Select(outcome => (outcome.Status, outcome.Reason))];
    }

    public void Dispose()
    {
        Control.Dispose();
        Suppressions.Dispose();
    }
}
