using Orchestration.Caisses;
using Orchestration.Caisses.Views;
using Orchestration.Messages;

namespace Orchestration.Tests.Caisses;

public sealed class CaisseOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreAccepted() => Assert.True(new CaisseOptionsValidator().Validate(null, new CaisseOptions()).Succeeded);

    [Fact]
    public void Validate_Nonsense_NamesEverySetting()
    {
        var options = new CaisseOptions { EmailCost = -1, SmsSegmentCost = -1, MostDaysAhead = 0, ModelVisaDays = -1 };

        var problems = new CaisseOptionsValidator().Validate(null, options).Failures!;

        Assert.All(["EmailCost", "SmsSegmentCost", "MostDaysAhead", "ModelVisaDays"], name => Assert.Single(problems, problem => problem.Contains($"Caisses:{name}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1_000, 0, 1, "1.00")]
    [InlineData(0, 1_000, 2, "90.00")]
    [InlineData(20, 3, 1, "0.16")]
    [InlineData(0, 0, 0, "0")]
    public void Of_Messages_CostsByChannelAndSegment(int emails, int sms, int segments, string expected)
    {
        var messages = new Dictionary<Channel, int> { [Channel.Email] = emails, [Channel.Sms] = sms };

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Costs.Of(new CaisseOptions(), messages, segments));
    }
}
