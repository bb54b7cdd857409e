using System.Globalization;
using System.Text;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars;

public sealed class CalendarFaultsTests
{
    [Fact]
    public void Read_FileFullOfFaults_NamesThemAllWithTheirPlaces()
    {
        var reading = CalendarFiles.Read(File.ReadAllBytes(CalendarFiles.PathOf("faults.yaml")));

        Assert.Null(reading.Calendar);
        Approved.Match("faults.expected.txt", Text(reading));
    }

    private static string Text(CalendarReading reading)
    {
        var text = new StringBuilder();
        foreach (var problem in reading.Problems)
        {
            text.Append(CultureInfo.InvariantCulture, $"{problem.Line}:{problem.Column} {problem.Severity} {problem.Code} {problem.Path}\n")
                .Append(CultureInfo.InvariantCulture, $"    {problem.What}\n")
                .Append(CultureInfo.InvariantCulture, $"    {problem.Mend}\n");
        }

        return text.ToString();
    }
}
