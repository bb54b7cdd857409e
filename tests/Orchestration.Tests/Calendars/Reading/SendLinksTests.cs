using System.Diagnostics;
using System.Globalization;
using System.Text;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars.Reading;

public sealed class SendLinksTests
{
    private const string Invitation = "at: ror-v1.start\n    spread";

    [Fact]
    public void Read_DateFromAnotherSend_IsAMoment()
    {
        var calendar = CalendarFiles.Load(With("at: ror/collaborateurs + 15d\n    spread"));

        Assert.Equal(
            new SendRelativeMoment("ror/collaborateurs", 15, OffsetUnit.Days), calendar.Sends.Single(send => send.Id == "invitation").Moment);
    }

    [Fact]
    public void Read_DateFromItself_IsACycle()
    {
        var problem = CalendarFiles.ProblemOf(With("at: ror/invitation + 1d\n    spread"));

        Assert.Equal(ProblemCodes.SendCycle, problem.Code);
        Assert.Contains("ror/invitation → ror/invitation", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoSendsInACircle_IsToldOnce()
    {
        var yaml = With("at: ror/collaborateurs + 1d\n    spread")
            .Replace("at: ror-v1.start - 7d", "at: ror/invitation - 7d", StringComparison.Ordinal);

        Assert.Equal(ProblemCodes.SendCycle, CalendarFiles.ProblemOf(yaml).Code);
    }

    [Fact]
    public void Read_DateFromAJourney_IsRefused()
    {
        var yaml = With("at: ror/collaborateurs + 1d\n    spread")
            .Replace("at: ror-v1.start - 7d", "every: day", StringComparison.Ordinal);

        Assert.Equal(ProblemCodes.RelativeToOpenEnd, CalendarFiles.ProblemOf(yaml).Code);
    }

    [Fact]
    public void Read_ReminderOfAnotherPublic_IsRefused()
    {
        var problem = CalendarFiles.ProblemOf(With("at: ror-v1.start + 9d\n    remind: ror/collaborateurs\n    spread"));

        Assert.Equal((ProblemCodes.RemindsOtherPublic, "sends[1].remind"), (problem.Code, problem.Path));
    }

    [Fact]
    public void Read_UnknownSend_SuggestsTheNearest() => Assert.Contains(
        "« ror/collaborateurs »", CalendarFiles.ProblemOf(With("at: ror/collaborateur + 1d\n    spread")).Mend.Replace('\u00A0', ' '), StringComparison.Ordinal);

    [Fact]
    public void Read_TriggerWithItsBound_IsAMoment()
    {
        var calendar = CalendarFiles.Load(With("on: pic-epidemique\n    from: 2027-12-10\n    spread"));

        Assert.Equal(
            new TriggeredMoment("pic-epidemique", new DateOnly(2027, 12, 10)), calendar.Sends.Single(send => send.Id == "invitation").Moment);
    }

    [Fact]
    public void Read_BoundOfAFixedDate_HasNoUse() => Assert.Equal(
        ProblemCodes.KeyWithoutUse, CalendarFiles.ProblemOf(With("at: ror-v1.start\n    from: 2027-12-10\n    spread")).Code);

    private static string With(string moment) => CalendarFiles.Sound.Replace(Invitation, moment, StringComparison.Ordinal);

    [Fact]
    public void Read_ThousandsOfSendsInOneChain_EndsSoon()
    {
        const int Length = 5000;
        var yaml = new StringBuilder(CalendarFiles.Sound);
        for (var i = Length; i > 0; i--)
        {
            var before = i == 1 ? "collaborateurs" : $"s{i - 1}";
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{id: s{i}, campaign: ror, public: staff, audience: 'true', channels: [email], ")
                .Append(CultureInfo.InvariantCulture, $"template: national/ror-interne, at: ror/{before} + 1d}}\n");
        }

        var watch = Stopwatch.StartNew();

        Assert.Equal(Length + 2, CalendarFiles.Load(yaml.ToString()).Sends.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("at:")]
    [InlineData("at: ~")]
    [InlineData("every: ''")]
    public void Read_MomentWithoutValue_IsMissing(string moment) => Assert.Equal(
        ProblemCodes.MomentMissing,
        CalendarFiles.ProblemOf(CalendarFiles.Sound.Replace("at: ror-v1.start - 7d", moment, StringComparison.Ordinal)).Code);
}
