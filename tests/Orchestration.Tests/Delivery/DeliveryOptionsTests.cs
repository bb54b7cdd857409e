using Orchestration.Delivery;

namespace Orchestration.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void Validate_Defaults_Succeed() => Assert.True(Validate(new DeliveryOptions()));

    [Theory]
    [InlineData(0, 20, 0.1)]
    [InlineData(501, 20, 0.1)]
    [InlineData(50, 0, 0.1)]
    [InlineData(50, 20, -0.1)]
    [InlineData(50, 20, 1.1)]
    [InlineData(50, 20, double.NaN)]
    public void Validate_OutOfBounds_Fails(int chunk, int least, double share) =>
        Assert.False(Validate(new DeliveryOptions { ChunkSize = chunk, ErrorThreshold = new ErrorThreshold { Least = least, Share = share } }));

    private static bool Validate(DeliveryOptions options) => new DeliveryOptionsValidator().Validate(null, options).Succeeded;
}
