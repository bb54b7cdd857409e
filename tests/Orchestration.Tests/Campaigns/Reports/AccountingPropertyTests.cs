using FsCheck;
using FsCheck.Fluent;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Campaigns.CaisseSends;
using Orchestration.Tests.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Campaigns.Reports;

/// <summary>
/// Invariant E7 from the datamart to the closure, whatever happens to each person and however the send ends: decisions, rendering, delivery and receipts run
/// on real storage, and the account holds. Invariant E5 on the way: nobody who opposed in time is written to.
/// </summary>
public sealed class AccountingPropertyTests
{
    private const int Samples = 15;

    private static Gen<Run> Runs =>
        from people in SomePerson.Several
        from end in Gen.Elements<LotEnd?>(null, LotEnd.Cancelled, LotEnd.Expired)
        from after in Gen.Choose(0, people.Length)
        select new Run(people, end, after);

    [Fact]
    public void TryCountAsync_WhateverHappens_TheAccountHolds() => Prop
        .ForAll(Arb.From(Runs), run => HoldsAsync(run).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Samples));

    private static async Task<bool> HoldsAsync(Run run)
    {
        var storage = await PreparationBench.ReadyAsync([.. run.People.Select(person => person.Row)]);
        var prepared = await PrepareAsync(storage, run);
        var given = new List<Guid>();
        foreach (var lot in await RenderAsync(storage, run, prepared))
            given.AddRange(await DeliverAsync(storage, run, lot));
        await ReceiveAsync(storage, run, given);

        var tally = (await new TallyCounter(storage.Containers, new LotStore(storage.Containers)).TryCountAsync(Some.Key, Some.Caisse, default))!;
        var targeted = run.People.Where(person => person.IsTargeted).ToArray();
        var excluded = targeted.Where(person => person.Excluded is not null)
            .GroupBy(person => person.Excluded!).ToDictionary(group => group.Key, group => group.Count());
        Assert.Empty(Accounting.Check(tally.Close(), isClosed: true));
        Assert.Equal((targeted.Length, run.People.Count(person => person.Kind == PersonKind.BadRow)), (tally.Targeted, tally.RejectedRows));
        Assert.Equal(excluded.OrderBy(pair => pair.Key), tally.Excluded.OrderBy(pair => pair.Key));
        Assert.Equal(given.Count, tally.Counts.HandedOver);
        Assert.DoesNotContain(run.People, person => person.IsStopped && given.Contains(Some.MessageIdOf(person.Number)));
        return true;
    }

    private static async Task<PreparedCaisse> PrepareAsync(AppStorage storage, Run run)
    {
        using var bench = new PreparationBench(storage);
        await bench.Sends.PlanAsync(Some.Plan() with { Criterion = "age >= 18" }, 2, default);
        await OpposeAsync(bench.Suppressions, run, Moment.BeforeDecision);
        return await bench.PrepareAsync();
    }

    private static async Task<IReadOnlyList<LotReady>> RenderAsync(AppStorage storage, Run run, PreparedCaisse prepared)
    {
        using var bench = new RenderingBench(storage);
        await OpposeAsync(bench.Suppressions, run, Moment.BeforeRendering);
        var content = (await SomeLibrary.Of(storage).ResolveAsync(Some.Plan(), default))!.Hash;
        var book = LotBook.Of(prepared.Slots, prepared.ExpiresAt, prepared.Lots);
        foreach (var lot in book.Open)
            await bench.RenderLot.RunAsync(prepared.Rendering(Some.Lot(lot.Number), lot, content), default);
        return bench.Queue.Announced;
    }

    /// <returns>The messages that the provider was given.</returns>
    private static async Task<IReadOnlyList<Guid>> DeliverAsync(AppStorage storage, Run run, LotReady lot)
    {
        using var bench = new DeliveryBench(storage, channel: lot.Channel);
        await OpposeAsync(bench.Suppressions, run, Moment.BeforeDelivery);
        bench.Adapter.Answer = async (message, given) =>
        {
            if (given > run.After && run.End == LotEnd.Cancelled)
                await bench.Control.SetAsync(Some.Key, SendControl.Cancelled, "léa", "x", default);
            else if (given > run.After && run.End == LotEnd.Expired)
                storage.Business.MoveTo(Some.ExpiresAt);
            var answer = run.People.Single(person => Some.MessageIdOf(person.Number) == message.Id).Answer;
            return answer == DeliveryStatus.Failed ? SendResult.Failed("mailbox-full") : new SendResult(answer);
        };
        await bench.DeliverAsync(lot);
        return bench.Adapter.Given;
    }

    private static async Task ReceiveAsync(AppStorage storage, Run run, List<Guid> given)
    {
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        var receipts = new ApplyReceipt(storage.Containers, suppressions);
        foreach (var person in run.People.Where(person => person is { Answer: DeliveryStatus.Accepted, Receipt: not null } && given.Contains(Some.MessageIdOf(person.Number))))
        {
            var lot = await new LotStore(storage.Containers).FindAsync(Some.Lot(1), default);
            var number = lot?.Channel == person.Channel ? 1 : 2;
            await receipts.RunAsync(
                new Receipt(Some.Lot(number), Some.MessageIdOf(person.Number), person.Receipt!.Value, "mailbox-full", false, Some.Now), default);
        }
    }

    private static async Task OpposeAsync(SuppressionList suppressions, Run run, Moment moment)
    {
        foreach (var person in run.People.Where(person => person.Opposed == moment))
            await suppressions.CloseAddressAsync(person.Address, SuppressionKind.Stop, person.Channel, default);
    }

    /// <param name="People">Rows of the datamart.</param>
    /// <param name="End">What ends the send early, if anything.</param>
    /// <param name="After">How many messages of a lot were handed over by then.</param>
    private sealed record Run(SomePerson[] People, LotEnd? End, int After);
}
