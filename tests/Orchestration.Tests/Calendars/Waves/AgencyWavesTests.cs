using System.Text;
using Orchestration.Calendars;
using Orchestration.Calendars.Waves;
using Orchestration.Calendars.Writing.Corrections;

namespace Orchestration.Tests.Calendars.Waves;

public sealed class AgencyWavesTests
{
    private static readonly string Yaml = CalendarFiles.Sound.Replace(
        "media: [tv, digital]", "media: [tv, digital]\n    homepage: card\n    screens: 10\n    budget: 300\n    waiver: accord", StringComparison.Ordinal);

    private static readonly Calendar Calendar = CalendarFiles.Load(Yaml);

    [Fact]
    public void Over_SameWave_ChangesNothing()
    {
        var over = Over("ror;ror-v1;27/04/2027;16/05/2027;digital, TV;300");

        Assert.Equal(CalendarHash.Of(Calendar), CalendarHash.Of(over.Calendar));
        Assert.Empty(over.Changes);
        Assert.Empty(over.Problems);
    }

    [Fact]
    public void Over_MovedWave_FollowsTheAgencyAndSaysSo()
    {
        var over = Over("ror;ror-v1;04/05/2027;23/05/2027;TV, digital, radio;350,5");

        Assert.Equal(
            Calendar.Waves[0] with { Start = new(2027, 5, 4), End = new(2027, 5, 23), Media = over.Calendar.Waves[0].Media, Budget = 350.5m },
            over.Calendar.Waves[0]);
        Assert.Equal([Media.Tv, Media.Digital, Media.Radio], over.Calendar.Waves[0].Media);
        Assert.Equal(
            ["ror-v1 : du 27/4 au 16/5 → du 4/5 au 23/5.", "ror-v1 : TV, digital → TV, digital, radio.", "ror-v1 : budget 300 k€ → 350,5 k€."],
            over.Changes.Select(change => change.Replace('\u00A0', ' ')));
        var problem = Assert.Single(over.Problems);
        Assert.Equal((ProblemCodes.WaveMoved, Severity.Warning, "waves[0].start", 17), (problem.Code, problem.Severity, problem.Path, problem.Line));
    }

    [Fact]
    public void Over_MovedWave_ProposesTheCorrectionThatBringsTheCalendarInLine()
    {
        var over = Over("ror;ror-v1;04/05/2027;23/05/2027;TV, digital;");

        var corrected = CalendarCorrections.Apply(Encoding.UTF8.GetBytes(Yaml), "a.yaml", Assert.Single(Assert.Single(over.Problems).Proposals).Corrections);

        var again = AgencyWaves.Over(CalendarFiles.Read(corrected).Calendar!, Waves("ror;ror-v1;04/05/2027;23/05/2027;TV, digital;"));
        Assert.Empty(again.Problems);
        Assert.Equal(CalendarHash.Of(over.Calendar), CalendarHash.Of(again.Calendar));
    }

    [Fact]
    public void Over_NewWave_IsAddedWhenItsCampaignExists()
    {
        var over = Over("ror;ror-v2;01/09/2027;12/09/2027;presse;\ngrippe;grippe-v1;12/10/2027;31/10/2027;TV;");

        Assert.Equal(["ror-v1", "ror-v2"], over.Calendar.Waves.Select(wave => wave.Id));
        Assert.Equal("ror-v2 : nouvelle vague, du 1/9 au 12/9, presse.", Assert.Single(over.Changes).Replace('\u00A0', ' '));
        Assert.Empty(over.Problems);
    }

    [Fact]
    public void Over_WaveOfAnotherCampaign_IsLeftOutWithAWarning()
    {
        var over = Over("grippe;ror-v1;12/10/2027;31/10/2027;TV;");

        Assert.Equal(CalendarHash.Of(Calendar), CalendarHash.Of(over.Calendar));
        Assert.Equal(ProblemCodes.WaveOfAnotherCampaign, Assert.Single(over.Problems).Code);
    }

    private static AgencyCalendar Over(string rows) => AgencyWaves.Over(Calendar, Waves(rows));

    private static IReadOnlyList<MediaWave> Waves(string rows) =>
        WavesReader.Read(Encoding.UTF8.GetBytes("Campagne;Vague;Début;Fin;Médias;Budget (k€)\n" + rows), "vagues.csv").Waves!;
}
