using FsCheck;
using FsCheck.Fluent;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

/// <summary>Invariant E4 under one crash after another: in the hands of the provider, or around a request to storage.</summary>
public sealed class RepeatedCrashTests
{
    private const int People = 8;
    private const int Samples = 12;

    private static Gen<Crash[]> Crashes => Gen.OneOf(
        Gen.Choose(1, People).Select(at => new Crash(at, null, false)),
        from request in Gen.Elements("comp=lease", "comp=appendblock")
        from before in Gen.Elements(true, false)
        select new Crash(null, request, before)).ArrayOf(3);

    [Fact]
    public void DeliverAsync_NoIdempotence_GivesEachMessageOnceAtMostAndOwnsUpToTheRest() => Check(
        honoursMessageId: false,
        (given, settled) => given.All(times => times <= 1)
            && settled.Delivered + settled.Unknown == People
            && given.Sum() >= settled.Delivered);

    [Fact]
    public void DeliverAsync_Idempotence_EveryMessageIsDeliveredUnderItsOneId() => Check(
        honoursMessageId: true,
        (given, settled) => given.All(times => times >= 1) && settled == DeliveryCounts.Of(DeliveryStatus.Delivered, People));

    private static void Check(bool honoursMessageId, Func<int[], DeliveryCounts, bool> holds) => Prop
        .ForAll(Arb.From(Crashes), crashes => RunAsync(crashes, honoursMessageId, holds).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Samples));

    private static async Task<bool> RunAsync(Crash[] crashes, bool honoursMessageId, Func<int[], DeliveryCounts, bool> holds)
    {
        var storage = await AppStorage.TakeAsync();
        var lot = await SomeLot.WriteAsync(storage, People);
        var given = new int[People];
        foreach (var crash in crashes)
        {
            using var dying = new DeliveryBench(crash.Doom(storage.Another()), honoursMessageId);
            dying.Adapter.Answer = crash.Answer(dying.Storage);
            await Record.ExceptionAsync(() => dying.DeliverAsync(lot));
            Add(given, dying);
        }

        using var heir = new DeliveryBench(storage, honoursMessageId);
        var settled = await heir.DeliverAsync(lot);
        Add(given, heir);
        return holds(given, settled.Counts);
    }

    private static void Add(int[] given, DeliveryBench bench)
    {
        foreach (var (person, times) in bench.GivenTo(People).Index())
            given[person] += times;
    }

    /// <summary>The process dies when the provider has the n-th message of this run, or around a request.</summary>
    private sealed record Crash(int? AtMessage, string? Request, bool Before)
    {
        public AppStorage Doom(AppStorage storage)
        {
            if (Request is not null && Before)
                storage.Probe.DieBefore("PUT", Request);
            else if (Request is not null)
                storage.Probe.DieAfter("PUT", Request);
            return storage;
        }

        public Func<OutgoingMessage, int, Task<SendResult>> Answer(AppStorage storage) =>
            (_, given) => given == AtMessage ? throw storage.Probe.Die() : Task.FromResult(SendResult.Delivered);
    }
}
