using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning.Views.Feeds;

namespace Orchestration.Tests.Planning.Views.Feeds;

public sealed class PlanFeedTests
{
    [Fact]
    public async Task Dicom_CalendarProgram_ShowsWavesSendsLettersAndVisas()
    {
        var read = await CalendarProgram.ReadAsync(SomeFeed.Write(SomeFeed.Source(), "dicom"));

        Assert.Equal(("Essai (Dicom)", "2.0", "PUBLISH", 4), (read.Name, read.Version, read.Method, read.Events.Length));
        Assert.Equal(("2027-04-27", "2027-05-17", true), When(read["wave.essai-2027.ror-v1"]));
        Assert.Equal(("2027-03-30", "2027-03-31", true), When(read["letter.essai-2027.ror"]));
        Assert.Equal(("2027-04-27T07:00:00.000Z", "2027-04-27T18:00:00.000Z", false), When(read["essai-2027.ror.invitation.1"]));
        var visa = read["essai-2027.ror.invitation.visa"];
        Assert.Equal(("2027-04-26", true), (visa.Start, visa.IsDay));
        Assert.Contains("Volume\u00A0: environ 900\u202F000 e-mails et 100\u202F000 SMS", read["essai-2027.ror.invitation.1"].Description, StringComparison.Ordinal);
        Assert.All(read.Events, entry => Assert.Equal((3, "CONFIRMED", "2027-01-04T08:00:00.000Z"), (entry.Sequence, entry.Status, entry.Stamp)));
    }

    [Fact]
    public async Task Caisse_CalendarProgram_ShowsItsDaysInItsTimeAndNobodysFigures()
    {
        // 27 April is a public holiday in Mayotte, which is three hours ahead of UTC.
        var read = await CalendarProgram.ReadAsync(SomeFeed.Write(SomeFeed.Source(), "CSS-976"));

        Assert.Equal(
            [("2027-04-28T06:00:00.000Z", "1/2"), ("2027-04-29T06:00:00.000Z", "2/2")],
            read.Events.Where(entry => !entry.IsDay).Select(entry => (entry.Start, entry.Summary[^4..^1])));
        Assert.Equal(("2027-03-30", "2027-03-31", true), When(read["letter.essai-2027.ror"]));
        Assert.DoesNotContain("900", string.Concat(read.Events.Select(entry => entry.Summary + entry.Description)), StringComparison.Ordinal);
    }

    [Fact]
    public void Caisse_OutsideTheScope_SeesNothing()
    {
        var source = SomeFeed.Source();
        var elsewhere = source with { Sends = [.. source.Sends.Select(send => send with { Caisses = ["CPAM-75"], Zones = [send.Zones[0]] })] };

        Assert.Empty(PlanFeed.Of(elsewhere, SomeFeed.Audience("CSS-976")));
        Assert.Equal(3, PlanFeed.Of(elsewhere, SomeFeed.Audience("CPAM-75")).Count);
    }

    [Fact]
    public async Task Ddo_CalendarProgram_ShowsPreparationsAndDeparturesOverAllZones()
    {
        var read = await CalendarProgram.ReadAsync(SomeFeed.Write(SomeFeed.Source(), "ddo"));

        // Réunion begins at 9, four hours ahead; Mayotte prepares a day later; Martinique ends at 20, four hours behind.
        Assert.Equal(("2027-04-26T14:00:00.000Z", false), (read["essai-2027.ror.invitation.1.prepare"].Start, read["essai-2027.ror.invitation.1.prepare"].IsDay));
        Assert.Equal("2027-04-27T05:00:00.000Z", read["essai-2027.ror.invitation.1.slot-1"].Start);
        Assert.EndsWith("(2/2)", read["essai-2027.ror.invitation.1.slot-2"].Summary, StringComparison.Ordinal);
        Assert.Single(read.Events, entry => entry.Uid.Contains(".visa@", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dicom")]
    [InlineData("ddo")]
    [InlineData("CPAM-80")]
    public async Task Any_SendWithdrawnOrCancelled_IsStruckOutUnderItsOldName(string audience)
    {
        var source = SomeFeed.Source();
        var withdrawn = source with { Revision = 4, Sends = [], Withdrawn = source.Sends };
        var cancelled = source with { Cancelled = new HashSet<SendKey> { SomeFeed.Invitation } };

        foreach (var changed in new[] { withdrawn, cancelled })
        {
            var read = await CalendarProgram.ReadAsync(SomeFeed.Write(changed, audience));
            var entries = read.Events.Where(entry => entry.Uid.StartsWith(SomeFeed.Invitation.Value, StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(entries);
            Assert.All(entries, entry => Assert.Equal((changed.Revision, "CANCELLED"), (entry.Sequence, entry.Status)));
            Assert.DoesNotContain(read.Events, entry => entry.Uid.Contains(".visa@", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Visa_RecurringSend_IsWantedOnceBeforeItsFirstOccurrence()
    {
        var letter = Some.Send("lettre") with { Moment = new RecurringMoment(new Recurrence([3, 5], [new MonthDay(DayOfWeek.Tuesday, 3)])) };

        var visa = Assert.Single(PlanFeed.Of(SomeFeed.Source(letter), FeedAudience.Dicom), entry => entry.Id == "essai-2027.ror.lettre.visa");

        Assert.Equal(new FeedDays(new(2027, 3, 15), new(2027, 3, 15)), visa.When);
    }

    [Theory]
    [InlineData("cpam-75")]
    [InlineData("DICOM")]
    [InlineData("")]
    [InlineData("../dicom")]
    public void Audience_AnotherName_IsNone(string name) => Assert.False(FeedAudience.TryParse(name, out _));

    private static (string, string, bool) When(CalendarProgram.Entry entry) => (entry.Start, entry.End, entry.IsDay);
}
