using FsCheck;
using FsCheck.Fluent;
using Orchestration.Delivery;
using Orchestration.Tests.Support;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Delivery;

public sealed class OutcomeLedgerTests
{
    private static readonly DeliveryStatus[] Statuses = Enum.GetValues<DeliveryStatus>();

    private static Gen<MessageOutcome[]> Outcomes =>
        (from person in Gen.Choose(1, 4)
         from status in Gen.Elements(Statuses)
         from reason in Gen.Elements("stop", "bounce", null)
         from minute in Gen.Choose(0, 2)
         select Some.Outcome(Some.MessageIdOf(person), status, reason) with { At = Some.Now.AddMinutes(minute) }).ArrayOf();

    [Fact]
    public void Record_AnyOrderAnyNumberOfTimes_LeavesTheSameLedger() => Property.Holds(
        from outcomes in Outcomes
        from again in Gen.Shuffle(outcomes.Concat(outcomes).ToArray())
        select (outcomes, again),
        sample => Text(Ledger(sample.outcomes)) == Text(Ledger(sample.again)));

    [Fact]
    public void Record_AnyOutcomes_CountsEachMessageOnceUnderItsHighestStatus() => Property.Holds(Outcomes, outcomes =>
    {
        var ledger = Ledger(outcomes);
        var highest = outcomes.GroupBy(outcome => outcome.Id).Select(group => group.Max(outcome => outcome.Status)).ToArray();
        return ledger.Total == highest.Length
            && Statuses.All(status => ledger.Count(status) == highest.Count(one => one == status));
    });

    [Theory]
    [InlineData(DeliveryStatus.HandingOver, false)]
    [InlineData(DeliveryStatus.Unknown, true)]
    [InlineData(DeliveryStatus.Accepted, true)]
    [InlineData(DeliveryStatus.Withheld, true)]
    public void IsSettled_Status_IsTrueOnceTheMessageMustNotGoAgain(DeliveryStatus status, bool settled) =>
        Assert.Equal(settled, Ledger(Some.Outcome(Some.MessageIdOf(1), status)).IsSettled(Some.MessageIdOf(1)));

    [Fact]
    public void IsSettled_NeverHeardOf_IsFalse() => Assert.False(new OutcomeLedger().IsSettled(Some.MessageIdOf(1)));

    [Fact]
    public async Task ReadAsync_NoBlob_AddsNothing()
    {
        var storage = await AppStorage.TakeAsync();
        var ledger = new OutcomeLedger();

        await ledger.ReadAsync(storage.Containers.Progress, Some.Lot().ProgressPath, default);

        Assert.Equal(0, ledger.Total);
    }

    private static OutcomeLedger Ledger(params MessageOutcome[] outcomes)
    {
        var ledger = new OutcomeLedger();
        foreach (var outcome in outcomes)
            ledger.Record(outcome);
        return ledger;
    }

    private static string Text(OutcomeLedger ledger) =>
        string.Join('\n', ledger.All.OrderBy(outcome => outcome.Id).Select(outcome => outcome.ToString()));
}
