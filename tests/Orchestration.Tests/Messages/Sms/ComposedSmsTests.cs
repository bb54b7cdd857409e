using Orchestration.Messages;
using Orchestration.Messages.Sms;

namespace Orchestration.Tests.Messages.Sms;

public sealed class ComposedSmsTests
{
    private const string StopNumber = "36123";

    [Fact]
    public void Compose_PromotionWithStop_CanBeSent()
    {
        var sms = ComposedSms.Compose("  Créez votre compte ameli. STOP au 36123\n", Purpose.Promotion, StopNumber);

        Assert.False(sms.StopMissing);
        Assert.Equal("Créez votre compte ameli. STOP au 36123", sms.Text);
        Assert.Equal(39, sms.Size.Units);
    }

    [Theory]
    [InlineData("Créez votre compte ameli.")]
    [InlineData("Créez votre compte ameli. STOP au 36124")]
    [InlineData("Créez votre compte ameli. STOP au 361234")]
    public void Compose_PromotionWithoutItsStop_MustNotBeSent(string body) =>
        Assert.True(ComposedSms.Compose(body, Purpose.Promotion, StopNumber).StopMissing);

    [Fact]
    public void Compose_PromotionWithoutStop_ReservesItsRoom()
    {
        var sms = ComposedSms.Compose(new string('a', 150), Purpose.Promotion, StopNumber);

        Assert.Equal(new SmsSize(SmsEncoding.Gsm7, 150 + " STOP au 36123".Length, 2), sms.Size);
    }

    [Fact]
    public void Compose_HealthWithoutStop_CanBeSent() => Assert.False(ComposedSms.Compose("Bonjour.", Purpose.Health, StopNumber).StopMissing);

    [Theory]
    [InlineData("36123", true)]
    [InlineData("38123", false)]
    [InlineData("3612", false)]
    [InlineData("361234", false)]
    [InlineData("36xxx", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsShortNumber_OnlyMarketingRange_IsAccepted(string? number, bool accepted) => Assert.Equal(accepted, StopMention.IsShortNumber(number));
}
