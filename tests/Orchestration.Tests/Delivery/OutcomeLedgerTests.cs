using FsCheck;
using FsCheck.Fluent;
using Orchestration.Delivery;
using Orchestration.Tests.Support;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Delivery;

public sealed class OutcomeLedgerTests
{
    private static readonly DeliveryStatus[] Statuses = Enum.GetValues<DeliveryStatus>();

    private static readonly DeliveryStatus[] Settled = [.. Statuses.Where(status => status > DeliveryStatus.NotTaken)];

    private static Gen<MessageOutcome[]> Outcomes(params DeliveryStatus[] statuses) =>
        (from person in Gen.Choose(1, 4)
         from status in Gen.Elements(statuses)
         from reason in Gen.Elements("stop", "bounce", null)
         from minute in Gen.Choose(0, 2)
         select Some.Outcome(Some.MessageIdOf(person), status, reason) with { At = Some.Now.AddMinutes(minute) }).ArrayOf();

    [Fact]
    public void Record_SettledInAnyOrderAnyNumberOfTimes_LeavesTheSameLedger() => Property.Holds(
        from outcomes in Outcomes(Settled)
        from again in Gen.Shuffle(outcomes.Concat(outcomes).ToArray())
        select (outcomes, again),
        sample => Text(Ledger(sample.outcomes)) == Text(Ledger(sample.again)));

    [Fact]
    public void Record_AnyOutcomes_CountsEachMessageOnceUnderItsHighestOrElseItsLastStatus() => Property.Holds(Outcomes(Statuses), outcomes =>
    {
        var ledger = Ledger(outcomes);
        var standing = outcomes.GroupBy(outcome => outcome.Id, outcome => outcome.Status)
            .Select(group => Settled.Contains(group.Max()) ? group.Max() : group.Last()).ToArray();
        return ledger.Total == standing.Length
            && Statuses.All(status => ledger.Count(status) == standing.Count(one => one == status));
    });

    // Handed back, then tried again by the next attempt, which was killed: it is uncertain again.
    [Theory]
    [InlineData(DeliveryStatus.NotTaken, DeliveryStatus.HandingOver, DeliveryStatus.HandingOver)]
    [InlineData(DeliveryStatus.HandingOver, DeliveryStatus.NotTaken, DeliveryStatus.NotTaken)]
    [InlineData(DeliveryStatus.Unknown, DeliveryStatus.NotTaken, DeliveryStatus.Unknown)]
    public void Record_NotSettledYet_TheLastWordOfTheWorkerStands(DeliveryStatus first, DeliveryStatus second, DeliveryStatus stands)
    {
        var ledger = Ledger(Some.Outcome(Some.MessageIdOf(1), first), Some.Outcome(Some.MessageIdOf(1), second));

        Assert.Equal((1, 1), (ledger.Count(stands), ledger.Total));
    }

    [Theory]
    [InlineData(DeliveryStatus.HandingOver, false)]
    [InlineData(DeliveryStatus.NotTaken, false)]
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
