using Orchestration.Audience;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_shard_is_bad
{
    [Fact]
    public async Task Should_leave_its_caisse_not_counted_until_it_is_retried()
    {
        var people = TestDatamart.Small();
        people.Lose(Population.Insured, "CGSS-971");
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml(withStaff: false));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 25, 0, 0, 0, TimeSpan.Zero));
        var status = await app.StatusAsync(SomeCalendar.Invitation);
        Assert.Equal(1, status!.Caisses[CaissePhase.NotCounted]);
        Assert.Equal(60, status.Counts.Delivered);

        people.FindAgain();
        await app.UploadDatamartAsync(people);
        await app.RetryAsync(SomeCalendar.Invitation, "CGSS-971");
        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(SendPhase.Closed, report.Status.Phase);
        Assert.Empty(report.Problems);
        Assert.Equal(90, report.Status.Counts.Delivered);
    }

    [Fact]
    public async Task Should_set_bad_rows_aside_with_their_line_and_go_on()
    {
        var people = TestDatamart.Small();
        people.AddInsured("CPAM-75", "CPAM-75-x", email: "x@example.org", birth: "1990-02-30");
        people.AddInsured("CPAM-75", "CPAM-75-0", email: "encore@example.org");
        await using var app = await CampaignApp.StartReadyAsync(people, SomeCalendar.Yaml(withStaff: false));

        var report = await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(120, report.Status.Targeted);
        Assert.Equal(2, report.Caisses.Single(tally => tally.Caisse == "CPAM-75").RejectedRows);
        var rejects = (await app.Containers.Snapshots.GetBlobClient("2027-03-01/rejects/insured/cpam-75.csv").DownloadContentAsync()).Value.Content.ToString();
        Assert.Contains("\n42;\"la colonne « naissance » ne contient pas une date", rejects, StringComparison.Ordinal);
        Assert.Contains("\n43;\"l’identifiant « CPAM-75-0 » est déjà dans ce fichier", rejects, StringComparison.Ordinal);
    }
}
