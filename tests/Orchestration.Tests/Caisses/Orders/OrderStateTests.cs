using Orchestration.Caisses.Views;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Caisses.Orders;

public sealed class OrderStateTests
{
    [Theory]
    [InlineData(null, SendControl.Running, false, OrderStateCode.Ordered)]
    [InlineData(null, SendControl.Cancelled, false, OrderStateCode.Cancelled)]
    [InlineData(SendPhase.WaitingForVisa, SendControl.Running, false, OrderStateCode.WaitingForVisa)]
    [InlineData(SendPhase.WaitingForVisa, SendControl.Running, true, OrderStateCode.WaitingForConfirmation)]
    [InlineData(SendPhase.WaitingForVisa, SendControl.Cancelled, true, OrderStateCode.Cancelled)]
    [InlineData(SendPhase.Planned, SendControl.Running, false, OrderStateCode.Planned)]
    [InlineData(SendPhase.Planned, SendControl.Paused, false, OrderStateCode.Paused)]
    [InlineData(SendPhase.Ready, SendControl.Running, false, OrderStateCode.Planned)]
    [InlineData(SendPhase.Sending, SendControl.Running, false, OrderStateCode.Sending)]
    [InlineData(SendPhase.Sending, SendControl.Paused, false, OrderStateCode.Paused)]
    [InlineData(SendPhase.Sent, SendControl.Paused, false, OrderStateCode.Sent)]
    [InlineData(SendPhase.Closed, SendControl.Running, false, OrderStateCode.Closed)]
    [InlineData(SendPhase.Closed, SendControl.Cancelled, false, OrderStateCode.Cancelled)]
    [InlineData(SendPhase.Over, SendControl.Running, false, OrderStateCode.Abandoned)]
    [InlineData(SendPhase.Over, SendControl.Cancelled, false, OrderStateCode.Cancelled)]
    public void Of_PhaseAndControl_IsOneState(SendPhase? phase, SendControl control, bool isCustom, OrderStateCode expected)
    {
        var state = OrderState.Of(phase is { } known ? SendStatus.Of(Some.Key, known, null, []) : null, control, isCustom);

        Assert.Equal(expected, state.Code);
        Assert.NotEmpty(state.Label);
    }
}
