using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

/// <summary>One fault in an otherwise sound calendar gives exactly one problem, at its place.</summary>
public sealed class CalendarProblemTests
{
    [Theory]
    [InlineData("title: Essai", "title: \"Essai\\u202Eiassé\"", ProblemCodes.BadText, 2, 8)]
    [InlineData("year: 2027", "year: 2101", ProblemCodes.NumberOutOfRange, 3, 7)]
    [InlineData("title: Rougeole", "title: [Rougeole]", ProblemCodes.WrongType, 6, 12)]
    [InlineData("    priority: 80\n", "", ProblemCodes.MissingKey, 5, 5)]
    [InlineData("owner: Dicom/DCP", "owner: ~", ProblemCodes.MissingValue, 13, 12)]
    [InlineData("owner: Dicom/DCP", "owner: Dicom/DCP\n    seasonal: oui", ProblemCodes.WrongType, 14, 15)]
    [InlineData("caisses: all", "caisses: [CPAM-01]\n    except: [CPAM-01]", ProblemCodes.NoCaisse, 12, 14)]
    [InlineData("caisses: all", "caisses: [CPAM-99]", ProblemCodes.UnknownCaisse, 12, 15)]
    [InlineData("caisses: all", "caisses: CPAM-01", ProblemCodes.WrongType, 12, 14)]
    [InlineData("end: 2027-05-16", "end: 2027-04-26", ProblemCodes.WaveEndsBeforeStart, 18, 10)]
    [InlineData("start: 2027-04-27", "start: 2027-04-31", ProblemCodes.BadDate, 17, 12)]
    [InlineData("start: 2027-04-27", "start: 2019-12-31", ProblemCodes.DateOutOfRange, 17, 12)]
    [InlineData("purpose: health", "purpose: promotion", ProblemCodes.TemplatePurpose, 26, 15, 2)]
    [InlineData("public: insured", "public: staff", ProblemCodes.TemplatePublic, 30, 13)]
    [InlineData("channels: [email]", "channels: [sms]", ProblemCodes.TemplateChannel, 25, 15)]
    [InlineData("channels: [email, sms]", "channels: []", ProblemCodes.EmptyList, 32, 15)]
    [InlineData("template: national/ror-interne", "template: national/ror-intern", ProblemCodes.UnknownTemplate, 26, 15)]
    [InlineData("at: ror-v1.start - 7d", "at: ror-v1.start - 7", ProblemCodes.BadMoment, 27, 9)]
    [InlineData("at: ror-v1.start - 7d", "at: ror-v1.start - 400d", ProblemCodes.NumberOutOfRange, 27, 9)]
    [InlineData("at: ror-v1.start - 7d", "every: last friday of month of", ProblemCodes.BadRecurrence, 27, 33)]
    [InlineData("spread: 4d", "spread: 32d", ProblemCodes.BadSpread, 35, 13)]
    [InlineData("spread: 4d", "window: 11:00-09:00", ProblemCodes.BadWindow, 35, 13)]
    [InlineData("spread: 4d", "waiver: [a]", ProblemCodes.WrongType, 35, 13)]
    [InlineData("audience: age >= 18", "audience: age >= 18 && champ_inconnu", ProblemCodes.Criterion, 31, 28)]
    public void Read_OneFault_IsOneProblemAtItsPlace(string sound, string faulty, string code, int line, int column, int times = 1)
    {
        Assert.Contains(sound, CalendarFiles.Sound, StringComparison.Ordinal);

        var problems = CalendarFiles.Read(CalendarFiles.Sound.Replace(sound, faulty, StringComparison.Ordinal)).Problems;

        Assert.Equal(times, problems.Count);
        Assert.All(problems, problem => Assert.Equal((code, Severity.Error), (problem.Code, problem.Severity)));
        Assert.Equal((line, column), (problems[0].Line, problems[0].Column));
    }

    [Fact]
    public void Read_KeyLongerThanAnInstanceIdAllows_IsRefused()
    {
        // essai-2027.ror.{65}.1 is 82 characters; the limit is 80.
        var id = new string('a', 65);

        var problem = CalendarFiles.ProblemOf(CalendarFiles.Sound.Replace("id: invitation", "id: " + id, StringComparison.Ordinal));

        Assert.Equal((ProblemCodes.SendKeyTooLong, 28, 9), (problem.Code, problem.Line, problem.Column));
        Assert.Empty(CalendarFiles.Read(CalendarFiles.Sound.Replace("id: invitation", "id: " + id[2..], StringComparison.Ordinal)).Problems);
    }

    [Fact]
    public void Read_TwoFaultyEntries_ReportsBothAndNoConsequences()
    {
        var faulty = CalendarFiles.Sound
            .Replace("priority: 80", "priority: beaucoup", StringComparison.Ordinal)
            .Replace("end: 2027-05-16", "end: bientôt", StringComparison.Ordinal);

        Assert.Equal([ProblemCodes.WrongType, ProblemCodes.BadDate], CalendarFiles.Read(faulty).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Read_HostileValue_IsShownShortAndWithoutControls()
    {
        var problem = CalendarFiles.ProblemOf(CalendarFiles.Sound.Replace(
            "type: national", $"type: \"\\u202E{new string('x', 5000)}\"", StringComparison.Ordinal));

        Assert.True(problem.What.Length < 400);
        Assert.DoesNotContain('\u202E', problem.What);
    }
}
