using Orchestration.Campaigns.Control;
using Orchestration.Delivery;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class DeliveryGateTests
{
    private static readonly DateTimeOffset NotBefore = Some.Slot.Start;
    private static readonly DateTimeOffset ExpiresAt = Some.ExpiresAt;
    private static readonly DateTimeOffset Tomorrow = Some.Now.AddDays(1);

    [Fact]
    public void At_RunningWithinTheSlot_IsOpen() => Assert.Equal(default, At(SendControl.Running, Some.Now));

    [Fact]
    public void At_TheVeryStartOfTheSlot_IsOpen() => Assert.Equal(default, At(SendControl.Running, NotBefore));

    [Fact]
    public void At_BeforeTheSlot_HoldsUntilItStarts() =>
        Assert.Equal(new DeliveryGate(LotHold.Hours, NotBefore, null), At(SendControl.Running, NotBefore.AddTicks(-1)));

    [Fact]
    public void At_OutsideTheHours_HoldsUntilTheyCome() =>
        Assert.Equal(new DeliveryGate(LotHold.Hours, Tomorrow, null), At(SendControl.Running, Some.Now, heldUntil: Tomorrow));

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void At_Paused_HoldsUntilSomethingChanges(int hours) =>
        Assert.Equal(new DeliveryGate(LotHold.Paused, null, null), At(SendControl.Paused, NotBefore.AddHours(hours), heldUntil: Tomorrow));

    [Theory]
    [InlineData(SendControl.Running)]
    [InlineData(SendControl.Paused)]
    public void At_TheMomentOfExpiry_EndsEvenAPausedLot(SendControl control) =>
        Assert.Equal(new DeliveryGate(null, null, LotEnd.Expired), At(control, ExpiresAt, heldUntil: Tomorrow));

    [Fact]
    public void At_CancelledAtAnyTime_EndsAsCancelled()
    {
        foreach (var now in new[] { NotBefore.AddDays(-1), Some.Now, ExpiresAt })
            Assert.Equal(new DeliveryGate(null, null, LotEnd.Cancelled), At(SendControl.Cancelled, now, heldUntil: Tomorrow));
    }

    private static DeliveryGate At(SendControl control, DateTimeOffset now, DateTimeOffset? heldUntil = null) =>
        DeliveryGate.At(control, now, NotBefore, ExpiresAt, heldUntil);
}
