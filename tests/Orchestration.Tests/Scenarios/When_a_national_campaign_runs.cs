using Orchestration.Campaigns.CaisseSends;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_national_campaign_runs
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_deliver_once_to_everybody_who_can_be_reached(bool evict)
    {
        await using var app = await CampaignApp.StartReadyAsync(
            TestDatamart.Small(), SomeCalendar.Yaml(), new CampaignAppSettings { EvictAfterEachStep = evict });

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(3, report.Caisses.Count(tally => tally.Phase == CaissePhase.Done));
        Assert.Equal(120, report.Status.Targeted);
        Assert.Equal(30, report.Status.Excluded["no-contact"]);
        Assert.Equal(90, report.Status.Counts.Delivered);
        Assert.Empty(report.Problems);
        var files = app.Outbox.Files(SomeCalendar.Invitation);
        Assert.Equal(60, files.Count(file => file.EndsWith(".eml", StringComparison.Ordinal)));
        Assert.Equal(30, files.Count(file => file.EndsWith(".json", StringComparison.Ordinal)));
    }
}
