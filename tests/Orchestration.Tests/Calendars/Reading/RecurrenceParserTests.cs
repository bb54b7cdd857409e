using Orchestration.Calendars.Reading;

namespace Orchestration.Tests.Calendars.Reading;

public sealed class RecurrenceParserTests
{
    [Theory]
    [InlineData("last friday of month except july, august", "29/1 26/2 26/3 30/4 28/5 25/6 24/9 29/10 26/11 31/12")]
    [InlineData("last friday of month in march, april", "26/3 30/4")]
    [InlineData("first and third monday of month in february", "1/2 15/2")]
    [InlineData("2nd thursday of month except january and february and march and april", "13/5 10/6 8/7 12/8 9/9 14/10 11/11 9/12")]
    [InlineData("fifth friday of month", "29/1 30/4 30/7 29/10 31/12")]
    [InlineData("day 15 of month in june", "15/6")]
    [InlineData("day 1, 15 of month in june", "1/6 15/6")]
    [InlineData("last day of month in february, april", "28/2 30/4")]
    [InlineData("2 months on third tuesday from january", "19/1 16/3 18/5 20/7 21/9 16/11")]
    [InlineData("3 months on day 1 of month from february except may", "1/2 1/8 1/11")]
    [InlineData("1 month on last sunday in may", "30/5")]
    [InlineData("  LAST  Friday of Month in March ,April ", "26/3 30/4")]
    public void Parse_Rule_GivesItsDatesIn2027(string text, string dates)
    {
        var (recurrence, fault) = RecurrenceParser.Parse(text);

        Assert.Null(fault);
        Assert.Equal(dates, string.Join(' ', recurrence!.DatesIn(2027).Select(date => $"{date.Day}/{date.Month}")));
    }

    [Fact]
    public void Parse_LeapYear_HasItsLastDay() =>
        Assert.Equal([new DateOnly(2028, 2, 29)], RecurrenceParser.Parse("last day of month in february").Recurrence!.DatesIn(2028));

    [Theory]
    [InlineData("last fryday of month", 5, "friday")]
    [InlineData("lasst friday of month", 0, "last")]
    [InlineData("last friday of year", 15, "month")]
    [InlineData("last friday of month except jully", 28, "july")]
    [InlineData("last friday of month except", 27, "january")]
    [InlineData("last friday of month every week", 21, "except")]
    [InlineData("day 31 of month", 4, "last day of month")]
    [InlineData("13 months on first monday", 0, "12")]
    [InlineData("2 weeks on monday", 2, "months")]
    [InlineData("last friday of month from november in may", 41, "mois")]
    [InlineData("", 0, "first")]
    public void Parse_Fault_PointsAtTheWordAndHelps(string text, int offset, string help)
    {
        var (recurrence, fault) = RecurrenceParser.Parse(text);

        Assert.Null(recurrence);
        Assert.Equal(offset, fault!.Offset);
        Assert.Contains(help, fault.Mend, StringComparison.Ordinal);
    }
}
