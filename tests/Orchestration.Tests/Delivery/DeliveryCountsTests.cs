using FsCheck;
using FsCheck.Fluent;
using Orchestration.Delivery;
using Orchestration.Tests.Support;
using Property = Orchestration.Tests.Support.Property;

namespace Orchestration.Tests.Delivery;

public sealed class DeliveryCountsTests
{
    private static readonly DeliveryCounts Each = new(1, 2, 3, 4, 5, 6);

    private static Gen<DeliveryCounts> Counts => from numbers in Gen.Choose(0, 1_000).ArrayOf(6)
                                                 select new DeliveryCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);

    [Fact]
    public void Of_EveryStatus_CountsItInItsPlace()
    {
        Assert.Equal(new DeliveryCounts(3, 0, 0, 0, 0, 0), DeliveryCounts.Of(DeliveryStatus.Accepted, 3));
        Assert.Equal(new DeliveryCounts(0, 3, 0, 0, 0, 0), DeliveryCounts.Of(DeliveryStatus.Delivered, 3));
        Assert.Equal(new DeliveryCounts(0, 0, 3, 0, 0, 0), DeliveryCounts.Of(DeliveryStatus.Failed, 3));
        Assert.Equal(new DeliveryCounts(0, 0, 0, 3, 0, 0), DeliveryCounts.Of(DeliveryStatus.Expired, 3));
        Assert.Equal(new DeliveryCounts(0, 0, 0, 0, 3, 0), DeliveryCounts.Of(DeliveryStatus.Unknown, 3));
        Assert.Equal(new DeliveryCounts(0, 0, 0, 0, 0, 3), DeliveryCounts.Of(DeliveryStatus.Withheld, 3));
        Assert.Equal(DeliveryCounts.None, DeliveryCounts.Of(DeliveryStatus.HandingOver, 3));
    }

    [Fact]
    public void Of_Ledger_AgreesWithTheSumOfItsOutcomes()
    {
        var ledger = new OutcomeLedger();
        foreach (var (status, n) in Enum.GetValues<DeliveryStatus>().Zip(Enumerable.Range(1, 10)))
            ledger.Record(Some.Outcome(Some.MessageIdOf(n), status));

        Assert.Equal(Enum.GetValues<DeliveryStatus>().Aggregate(DeliveryCounts.None, (sum, status) => sum + DeliveryCounts.Of(status, 1)), DeliveryCounts.Of(ledger));
    }

    [Fact]
    public void HandedOverAndFinal_EachStatus_AreSums() => Assert.Equal((1 + 2 + 3, 2 + 3 + 4 + 5 + 6), (Each.HandedOver, Each.Final));

    [Fact]
    public void Plus_AnyOrder_IsTheSameAndSinceTakesItBack() => Property.Holds(
        from one in Counts
        from other in Counts
        select (one, other),
        sample => sample.one + sample.other == sample.other + sample.one
            && (sample.one + sample.other).Since(sample.other) == sample.one
            && sample.one + DeliveryCounts.None == sample.one);
}
