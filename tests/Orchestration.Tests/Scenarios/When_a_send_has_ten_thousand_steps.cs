using System.Diagnostics;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_send_has_ten_thousand_steps
{
    private const int Steps = 10_000;
    private const int AtOnce = 500;
    private const string Send = $"api/operations/sends/{SomeCalendar.Invitation}";

    /// <summary>The page of a send never reads its history; the history has a page of its own, a hundred steps at a time.</summary>
    [Fact]
    public async Task Should_open_in_under_a_second()
    {
        await using var app = await CampaignApp.StartReadyAsync(
            TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false), new CampaignAppSettings { EvictAfterEachStep = false });
        for (var sent = 0; sent < Steps; sent += AtOnce)
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => app.Durable.RaiseEventAsync(SomeCalendar.Invitation, "Essai", "rien")));
        await CampaignApp.UntilAsync(async () => (await app.Durable.GetOrchestrationHistoryAsync(SomeCalendar.Invitation)).Count >= Steps, "every step is in the history");
        var visitor = await app.VisitAsync(Role.Reader);
        await visitor.GetAsync(Send);

        var watch = Stopwatch.StartNew();
        var page = await visitor.GetAsync(Send);
        var took = watch.Elapsed;
        var history = await visitor.GetAsync($"{Send}/history?page=2");

        Assert.True(took < TimeSpan.FromSeconds(1), $"The page took {took}.");
        Assert.InRange(page.Length, 1, 100_000);
        Assert.InRange(history.Length, 1, 100_000);
        Assert.Equal(100, history.Split("<tr><td class=\"number\">").Length - 1);
    }
}
