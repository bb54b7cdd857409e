using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery.Adapters;

public sealed class DeliveryAdapterTests
{
    [Fact]
    public async Task SendAsync_ProviderAwayForAMoment_TriesAgain()
    {
        var clock = new FakeClock(Some.Now);
        var adapter = new RecordingAdapter(clock)
        {
            Answer = (_, given) => given < 3 ? throw new TransientDeliveryException("away") : Task.FromResult(SendResult.Accepted),
        };

        Assert.Equal(SendResult.Accepted, await adapter.SendAsync(SomeLot.Message(1), default));
        Assert.Equal(3, adapter.Given.Count);
        Assert.True(clock.GetUtcNow() > Some.Now);
    }

    [Fact]
    public async Task SendAsync_ProviderStaysAway_GivesUpAfterFourAttempts()
    {
        var adapter = new RecordingAdapter(new FakeClock(Some.Now)) { Answer = (_, _) => throw new TransientDeliveryException("away") };

        await Assert.ThrowsAsync<TransientDeliveryException>(() => adapter.SendAsync(SomeLot.Message(1), default));

        Assert.Equal(4, adapter.Given.Count);
    }

    [Fact]
    public async Task SendAsync_RefusedForGood_IsNotTriedAgain()
    {
        var adapter = new RecordingAdapter(new FakeClock(Some.Now)) { Answer = (_, _) => Task.FromResult(SendResult.Failed("unknown-user")) };

        Assert.Equal(new SendResult(DeliveryStatus.Failed, "unknown-user"), await adapter.SendAsync(SomeLot.Message(1), default));
        Assert.Single(adapter.Given);
    }

    [Fact]
    public async Task SendAsync_AnyOtherError_IsNotTriedAgain()
    {
        var adapter = new RecordingAdapter(new FakeClock(Some.Now)) { Answer = (_, _) => throw new InvalidOperationException("odd") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.SendAsync(SomeLot.Message(1), default));

        Assert.Single(adapter.Given);
    }
}
