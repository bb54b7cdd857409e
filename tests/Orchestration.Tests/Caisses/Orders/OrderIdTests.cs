using Orchestration.Caisses.Orders;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Caisses.Orders;

public sealed class OrderIdTests
{
    private static readonly DateTimeOffset At = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Candidates_OneRequest_AreTheSameFourAtEveryAttempt()
    {
        var ids = OrderId.Candidates("CPAM-59-FL", At, isTest: false, "0123456789abcdef").ToArray();

        Assert.Equal(["cmd-cpam-59-fl-6d60fb80-0123", "cmd-cpam-59-fl-6d60fb80-4567", "cmd-cpam-59-fl-6d60fb80-89ab", "cmd-cpam-59-fl-6d60fb80-cdef"], ids.Select(Plain));
        Assert.All(ids, id => Assert.True(OrderId.IsOf("CPAM-59-FL", id)));

        // The moment is told apart below.
        static string Plain(string id) => id.Replace(id.Split('-')[^2], "6d60fb80", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CPAM-59", "cmd-cpam-59-fl-6d60fb80-0123")]
    [InlineData("CPAM-80", "cmd-cpam-80-6d60fb80")]
    [InlineData("CPAM-80", "cmd-CPAM-80-6D60FB80-0123")]
    [InlineData("CPAM-80", "cmd-cpam-80-6d60fb80-0123.json")]
    [InlineData("CPAM-80", "../cmd-cpam-80-6d60fb80-0123")]
    public void IsOf_AnothersOrNone_IsFalse(string caisse, string id) => Assert.False(OrderId.IsOf(caisse, id));

    [Fact]
    public void Order_LaterOrder_IsNewerWhetherATestOrNot()
    {
        var early = OrderId.Create("CPAM-80", At, isTest: true, salt: 9);
        var late = OrderId.Create("CPAM-80", At.AddSeconds(1), isTest: false, salt: 1);

        Assert.True(OrderId.Order(late, early) > 0);
        Assert.True(OrderId.Order(early, late) < 0);
        Assert.Equal(0, OrderId.Order(late, late));
    }

    // Two requests of one second may draw the same first id.
    [Fact]
    public async Task KeepAsync_IdTakenByAnotherRequest_LeavesItToThatOne()
    {
        var store = new OrderStore((await AppStorage.TakeAsync()).Containers);
        var first = SomeOrder.Placed("0123456789abcdef");
        var other = SomeOrder.Placed("0123ffffffffffff");

        await store.KeepAsync(first, default);
        var kept = await store.KeepAsync(other, default);

        Assert.Equal(first.Id, other.Id);
        Assert.Equal(first.Request, kept.Request);
        Assert.NotEqual(other.Id, other.As(OrderId.Candidates("CPAM-80", At, isTest: false, other.Request).ElementAt(1)).Id);
    }

    [Fact]
    public void As_AnotherId_KeepsTheRestOfItsKey()
    {
        var order = SomeOrder.Placed("0123456789abcdef").As("essai-cpam-80-6d60fb80-4567");

        Assert.Equal(("essai-cpam-80-6d60fb80-4567", "essai-cpam-80-6d60fb80-4567.compte-ameli.envoi.1", true), (order.Id, order.Plan.Key.Value, order.IsTest));
    }
}
