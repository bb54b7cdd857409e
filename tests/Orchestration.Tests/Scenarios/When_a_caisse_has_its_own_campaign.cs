using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>Invariant E2: a ready-made or a custom campaign reaches people of its caisse only.</summary>
public sealed class When_a_caisse_has_its_own_campaign
{
    [Theory]
    [InlineData("ready-made")]
    [InlineData("custom")]
    public async Task Should_reach_its_own_people_only(string type)
    {
        var calendar = SomeCalendar.Yaml(withStaff: false)
            .Replace("type: national", $"type: {type}", StringComparison.Ordinal)
            .Replace("[CPAM-75, CGSS-971, CSS-976]", "[CGSS-971]", StringComparison.Ordinal);
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), calendar);

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal("CGSS-971", Assert.Single(report.Caisses).Caisse);
        Assert.Equal(30, report.Status.Counts.Delivered);
        Assert.All(
            app.Outbox.Files(SomeCalendar.Invitation),
            file => Assert.Matches("cgss-971@example.org|\\+590690", app.Outbox.Read(SomeCalendar.Invitation, file)));
    }
}
