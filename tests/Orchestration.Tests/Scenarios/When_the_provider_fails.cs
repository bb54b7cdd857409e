using Microsoft.Extensions.DependencyInjection;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;
using Orchestration.Delivery.Adapters;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_the_provider_fails
{
    [Fact]
    public async Task Should_pause_the_send_by_itself_and_say_why()
    {
        var settings = new CampaignAppSettings { Provider = _ => Task.FromResult(SendResult.Failed("550-5.7.1")) };
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false), settings);

        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 24, 23, 0, 0, TimeSpan.Zero));
        var entry = (await app.Services.GetRequiredService<ControlStore>().ReadAsync(default)).Sends[SendKey.Parse(SomeCalendar.Invitation)];
        await app.ControlAsync(SomeCalendar.Invitation, "cancel");
        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal((SendControl.Paused, "seuil-erreurs"), (entry.State, entry.By));
        Assert.InRange(report.Status.Counts.Failed, 20, 60);
        Assert.Equal(report.Status.Counts.Failed, report.Caisses.Sum(tally => tally.Failed.GetValueOrDefault("550-5.7.1")));
        Assert.Equal(90 - report.Status.Counts.Failed, report.Status.Counts.Withheld);
    }

    [Fact]
    public async Task Should_try_again_when_the_provider_comes_back()
    {
        var failures = 6;
        var settings = new CampaignAppSettings
        {
            Provider = _ => Interlocked.Decrement(ref failures) >= 0
                ? throw new TransientDeliveryException("Le fournisseur ne répond pas.")
                : Task.FromResult(SendResult.Delivered),
        };
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false), settings);

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(90, report.Status.Counts.Delivered);
    }
}
