using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>The media agency moves a wave: exactly its sends move, and those that count their days from them.</summary>
public sealed class When_a_wave_moves
{
    private const string Reminder = SomeCalendar.Id + ".ror.relance.1";
    private const string Fixed = SomeCalendar.Id + ".ror.bilan.1";

    private static readonly string Calendar = SomeCalendar.Yaml(extra: """
          - id: relance
            campaign: ror
            public: insured
            audience: vaccin_ror.non_fait
            channels: [email]
            template: national/ror-invitation
            remind: ror/invitation
            at: ror/invitation + 14d
          - id: bilan
            campaign: ror
            public: insured
            audience: age >= 18
            channels: [email]
            template: national/ror-invitation
            at: 2027-05-04
        """);

    [Fact]
    public async Task Should_move_its_sends_and_those_anchored_on_them_and_say_so()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), Calendar);

        var report = await app.UploadWavesAsync("ror;v1;30/03/2027;16/05/2027;TV, digital;350,5");
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);

        Assert.Equal(("accepted", 1), (report.GetProperty("outcome").GetString(), report.GetProperty("waves").GetInt32()));
        var calendar = Assert.Single(report.GetProperty("calendars").EnumerateArray());
        Assert.Equal((SomeCalendar.Id, 2, "accepted"), (calendar.GetProperty("calendar").GetString(), calendar.GetProperty("revision").GetInt32(), calendar.GetProperty("outcome").GetString()));
        Assert.Contains("v1\u00A0: du 23/3 au 16/5 → du 30/3 au 16/5.", Strings(calendar, "moves"));
        Assert.Equal(
            [
                "collaborateurs\u00A0: déplacé du mardi 16/3 au mardi 23/3",
                "invitation\u00A0: déplacé du mardi 23/3 au mardi 30/3",
                "relance\u00A0: déplacé du mardi 6/4 au mardi 13/4",
            ],
            Strings(calendar, "changes"));
        Assert.Equal(
            [new DateOnly(2027, 3, 30), new DateOnly(2027, 4, 13), new DateOnly(2027, 5, 4)],
            [await DateAsync(app, SomeCalendar.Invitation), await DateAsync(app, Reminder), await DateAsync(app, Fixed)]);
        Assert.True((await app.Containers.WaveReports.GetBlobClient("plan-media.html").ExistsAsync()).Value);
    }

    [Fact]
    public async Task Should_change_nothing_when_the_same_waves_come_again()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), Calendar);
        await app.UploadWavesAsync("ror;v1;30/03/2027;16/05/2027;TV, digital;");
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);

        var report = await app.UploadWavesAsync("ror;v1;30/03/2027;16/05/2027;TV, digital;", "autre;a1;01/06/2027;20/06/2027;radio;");

        Assert.Empty(Strings(Assert.Single(report.GetProperty("calendars").EnumerateArray()), "changes"));
        Assert.Null(await app.RevisionAsync(3));
    }

    [Fact]
    public async Task Should_follow_the_agency_in_calendars_that_come_later_and_the_calendar_again_when_the_agency_drops_the_wave()
    {
        await using var app = await CampaignApp.StartAsync();
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        await app.UploadWavesAsync("ror;v1;30/03/2027;16/05/2027;TV, digital;");

        await app.UploadCalendarAsync(Calendar);
        var followed = await DateAsync(app, SomeCalendar.Invitation);
        await app.UploadWavesAsync("autre;a1;01/06/2027;20/06/2027;radio;");
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);

        Assert.Equal((new DateOnly(2027, 3, 30), new DateOnly(2027, 3, 23)), (followed, await DateAsync(app, SomeCalendar.Invitation)));
    }

    [Fact]
    public async Task Should_follow_nothing_of_a_file_with_an_error()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), Calendar);

        var report = await app.UploadWavesAsync("ror;v1;30/03/2027;16/05/2027;TV, digital;", "ror;v2;le printemps;16/05/2027;pigeon;");

        Assert.Equal("refused", report.GetProperty("outcome").GetString());
        Assert.Equal(2, report.GetProperty("problems").GetArrayLength());
        Assert.Empty(report.GetProperty("calendars").EnumerateArray());
        Assert.Null(await app.RevisionAsync(2));
    }

    // Gone is per caisse: Mayotte has decided, the others move, and the report says it before anything applies.
    [Fact]
    public async Task Should_say_where_it_comes_too_late()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false, spread: "1d"));
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 22, 16, 0, 0, TimeSpan.Zero));

        var report = await app.UploadWavesAsync("ror;v1;26/03/2027;16/05/2027;TV, digital;");
        await app.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.Equal(
            ["invitation\u00A0: déplacé du mardi 23/3 au vendredi 26/3", "invitation\u00A0: déjà décidé dans 1\u00A0caisse sur 3 (CSS-976), où rien ne change plus"],
            Strings(Assert.Single(report.GetProperty("calendars").EnumerateArray()), "changes"));
        Assert.Equal(90, app.Outbox.Files(SomeCalendar.Invitation).Count);
    }

    private static async Task<DateOnly> DateAsync(CampaignApp app, string send) =>
        (await app.Services.GetRequiredService<SendStore>().ReadAsync(SendKey.Parse(send), CancellationToken.None)).Plan.Date;

    private static IReadOnlyList<string> Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];
}
