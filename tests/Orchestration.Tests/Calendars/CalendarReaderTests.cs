using System.Text;
using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Tests.Calendars;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Read_DemoCalendar_HasNoProblem() =>
        Assert.Empty(CalendarFiles.Read(File.ReadAllBytes(CalendarFiles.DemoPath)).Problems);

    [Fact]
    public void Read_DemoCalendar_GivesItsNewsletter()
    {
        var calendar = CalendarFiles.LoadDemo();

        var send = Assert.Single(calendar.Sends, send => send.Campaign == "newsletters-2027");
        Assert.Equal("trois-minutes-medecins", send.Id);
        Assert.Equal(Population.Professionals, send.Population);
        Assert.Equal("profession in [\"medecin_generaliste\", \"medecin_specialiste\"] && email_amelipro", send.Criterion);
        Assert.Equal([Channel.Email], send.Channels);
        Assert.Equal(HolidayRule.Previous, send.OnHoliday);
        Assert.Equal(new TimeWindow(new(9, 0), new(11, 0)), send.Window);
        Assert.Equal(1, send.SpreadDays);
        Assert.Equal(
            [new DateOnly(2027, 3, 26), new DateOnly(2027, 4, 30)],
            Assert.IsType<RecurringMoment>(send.Moment).Recurrence.DatesIn(calendar.Year));
    }

    [Fact]
    public void Read_DemoCalendar_GivesItsCampaignAndWave()
    {
        var calendar = CalendarFiles.LoadDemo();

        var campaign = calendar.Campaigns[0];
        Assert.Equal("ror-2027", campaign.Id);
        Assert.Equal((CampaignType.National, Purpose.Health, CampaignScale.Large), (campaign.Type, campaign.Purpose, campaign.Scale));
        Assert.Equal(CaisseDirectory.All.Select(caisse => caisse.Id), campaign.Caisses);
        var wave = Assert.Single(calendar.Waves);
        Assert.Equal((new DateOnly(2027, 4, 27), new DateOnly(2027, 5, 16)), (wave.Start, wave.End));
        Assert.Equal([Media.Tv, Media.Digital, Media.Radio], wave.Media);
        Assert.Equal(
            new WaveMoment("ror-v1", WaveEdge.Start, -21, OffsetUnit.Days),
            calendar.Sends.Single(send => send.Id == "professionnels").Moment);
    }

    [Fact]
    public void Read_CanonicalForm_GivesTheReminder()
    {
        var reading = CalendarReader.Read(
            File.ReadAllBytes(CalendarFiles.PathOf("canonical.yaml")), "canonical.yaml", new KnownReferences(letters: Purpose.Health));

        Assert.Empty(reading.Problems);
        Assert.Equal("grippe-2027/invitation", reading.Calendar!.Sends.Single(send => send.Id == "relance").Remind);
    }

    [Theory]
    [InlineData("at: ror-v1.start", WaveEdge.Start, 0, OffsetUnit.Days)]
    [InlineData("at: ror-v1.end + 2d", WaveEdge.End, 2, OffsetUnit.Days)]
    [InlineData("at: ror-v1.start-10wd", WaveEdge.Start, -10, OffsetUnit.WorkingDays)]
    [InlineData("at: 'ror-v1.end  -  3wd '", WaveEdge.End, -3, OffsetUnit.WorkingDays)]
    public void Read_AnchoredMoment_GivesEdgeAndOffset(string at, WaveEdge edge, int offset, OffsetUnit unit)
    {
        var calendar = CalendarFiles.Load(CalendarFiles.Sound.Replace("at: ror-v1.start\n", at + "\n", StringComparison.Ordinal));

        Assert.Equal(new WaveMoment("ror-v1", edge, offset, unit), calendar.Sends.Single(send => send.Id == "invitation").Moment);
    }

    [Fact]
    public void Read_ExceptedCaisses_LeavesThemOut()
    {
        var calendar = CalendarFiles.Load(CalendarFiles.Sound.Replace(
            "caisses: all", "caisses: all\n    except: [CGSS-974, CPAM-01]", StringComparison.Ordinal));

        var caisses = Assert.Single(calendar.Campaigns).Caisses;
        Assert.Equal(CaisseDirectory.All.Count - 2, caisses.Count);
        Assert.DoesNotContain("CGSS-974", caisses);
    }

    [Fact]
    public void Read_RevisionOf_KeepsTheNumber() =>
        Assert.Equal(7, CalendarFiles.Load(CalendarFiles.Sound + "revision_of: 7\n").RevisionOf);

    [Fact]
    public void Read_ByteOrderMark_IsNoContent()
    {
        var reading = CalendarFiles.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CalendarFiles.Sound)]);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Read_EntriesInAnotherOrder_ResolvesWhatComesLater()
    {
        var parts = CalendarFiles.Sound.Split("campaigns:\n", 2);
        var sends = parts[1].IndexOf("sends:\n", StringComparison.Ordinal);

        var reading = CalendarFiles.Read(parts[1][sends..] + parts[0] + "campaigns:\n" + parts[1][..sends]);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Places_OfAValue_PointIntoTheFile()
    {
        var send = CalendarFiles.Load(CalendarFiles.Sound).Sends[1];

        Assert.Equal(new SourcePlace(34, 9, "sends[1].at"), send.Places.Of("at"));
        Assert.Equal(new SourcePlace(28, 5, "sends[1]"), send.Places.Of("window"));
    }
}
