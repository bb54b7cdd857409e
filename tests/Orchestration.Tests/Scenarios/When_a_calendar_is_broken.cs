using Orchestration.Campaigns.Sends;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_a_calendar_is_broken
{
    private const string Broken = """
        calendar: essai-2027
        title: Calendrier d’essai
        year: 2027
        couleur: bleu
        campaigns:
          - id: ror
            title: Vaccination ROR
            type: nationale
            purpose: health
            scale: medium
            theme: vaccination
            seasonal: true
            priority: 80
            caisses: [CPAM-75, CPAM-99]
            owner: Dicom
        waves:
          - id: v1
            campaign: rorr
            start: 2027-02-30
            end: 2027-04-11
            media: [tv, digital]
          - id: v2
            campaign: ror
            start: 2027-05-11
            end: 2027-04-11
            media: [tv]
        sends:
          - id: un
            campaign: ror
            public: insured
            audience: agee >= 18
            channels: [email, fax]
            template: national/ror-invitation
            at: v1.start
          - id: deux
            campaign: ror
            public: insured
            audience: nom >= 18
            channels: [email]
            template: national/inconnu
            at: v9.start
          - id: deux
            campaign: ror
            public: insured
            audience: age >= && 18
            channels: []
            template: national/ror-invitation
            at: 2027-13-01
        """;

    private const string Faults = """
        4:1 unknown-key
        8:11 unknown-value
        14:24 unknown-caisse
        18:15 unknown-campaign
        19:12 bad-date
        25:10 wave-ends-before-start
        31:15 criterion
        32:23 unknown-value
        38:15 criterion
        40:15 unknown-template
        41:9 unknown-wave
        42:9 duplicate-id
        45:22 criterion
        46:15 empty-list
        48:9 bad-date
        """;

    [Fact]
    public async Task Should_report_every_fault_with_its_place_and_keep_the_former_revision()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml());

        var report = await app.UploadCalendarAsync(Broken);

        Assert.Equal("refused", report.GetProperty("outcome").GetString());
        var problems = report.GetProperty("problems").EnumerateArray()
            .Select(problem => $"{problem.GetProperty("line")}:{problem.GetProperty("column")} {problem.GetProperty("code").GetString()}")
            .ToArray();
        var found = string.Join('\n', problems);
        Assert.True(found == Faults, found);
        Assert.All(report.GetProperty("problems").EnumerateArray(), problem => Assert.NotEmpty(problem.GetProperty("mend").GetString()!));
        Assert.Null(await app.RevisionAsync(2));
        Assert.Equal(SendPhase.Planned, (await app.StatusAsync(SomeCalendar.Invitation))?.Phase);
        Assert.True(await app.Containers.CalendarReports.GetBlobClient("calendrier.html").ExistsAsync());
    }
}
