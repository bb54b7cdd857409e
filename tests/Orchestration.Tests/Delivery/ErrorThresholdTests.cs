using Orchestration.Delivery;

namespace Orchestration.Tests.Delivery;

public sealed class ErrorThresholdTests
{
    [Theory]
    [InlineData(19, 19, false)]
    [InlineData(20, 2, false)]
    [InlineData(20, 3, true)]
    [InlineData(1_000, 100, false)]
    [InlineData(1_000, 101, true)]
    [InlineData(0, 0, false)]
    public void IsExceeded_Defaults_WantTwentyMessagesAndMoreThanATenthFailed(int handedOver, int failed, bool exceeded) =>
        Assert.Equal(exceeded, new ErrorThreshold().IsExceeded(handedOver, failed));
}
