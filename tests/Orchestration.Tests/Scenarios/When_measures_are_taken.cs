using Orchestration.Tests.Scenarios.Support;
using Orchestration.Tests.Telemetry;

namespace Orchestration.Tests.Scenarios;

/// <summary>Alone, since meters belong to the process.</summary>
[CollectionDefinition(nameof(When_measures_are_taken), DisableParallelization = true)]
[Collection(nameof(When_measures_are_taken))]
public sealed class When_measures_are_taken
{
    // Orchestrations are rebuilt from their history at each step here: what they recorded themselves would be counted many times.
    [Fact]
    public async Task Should_count_what_the_report_counts()
    {
        using var probe = new MeterProbe(everything: true);
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        var status = report.Status;
        Assert.Equal(status.Targeted, Sum("orchestration.decisions", ""));
        Assert.Equal(status.Excluded["no-contact"], Sum("orchestration.decisions", "reason=no-contact"));
        Assert.Equal(status.Counts.Delivered, Sum("orchestration.messages", "status=delivered"));
        Assert.Equal(status.Counts.Final, Sum("orchestration.messages", ""));
        Assert.Equal(Sum("orchestration.lots.rendered", ""), Sum("orchestration.lots.delivered", "outcome=settled"));
        Assert.Equal(Sum("orchestration.lots.rendered", ""), probe.Of("orchestration.queue.age").Count);
        Assert.Equal(3, probe.Of("orchestration.caisse.duration").Count);
        Assert.Equal(1, Sum("orchestration.sends", "phase=waiting-for-visa"));
        Assert.Equal(1, Sum("orchestration.sends", "phase=planned"));
        Assert.Equal(1, Sum("orchestration.sends", "phase=ready"));
        Assert.Equal(1, Sum("orchestration.sends", "phase=closed"));

        double Sum(string name, string tag) =>
            probe.Of(name).Where(measure => measure.Tags.Contains(tag, StringComparison.Ordinal)).Sum(measure => measure.Value);
    }
}
