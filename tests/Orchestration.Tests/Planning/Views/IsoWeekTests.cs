using System.Globalization;
using Orchestration.Planning.Views;

namespace Orchestration.Tests.Planning.Views;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData("2027-10-12", "2027-W41", "2027-10-11", "2027-10-17")]
    [InlineData("2027-01-01", "2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2027-01-04", "2027-W01", "2027-01-04", "2027-01-10")]
    public void Of_Date_IsTheWeekOfIso8601(string date, string week, string monday, string sunday)
    {
        var found = IsoWeek.Of(DateOnly.Parse(date, CultureInfo.InvariantCulture));

        Assert.Equal(week, found.ToString());
        Assert.Equal((monday, sunday), ($"{found.Monday:yyyy-MM-dd}", $"{found.Sunday:yyyy-MM-dd}"));
        Assert.True(IsoWeek.TryParse(week, out var read) && read == found);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2027-W53")]
    [InlineData("2027-W00")]
    [InlineData("2027-41")]
    [InlineData("2027-W41 ")]
    [InlineData("٢٠٢٧-W41")]
    public void TryParse_NoSuchWeek_IsRefused(string? text) => Assert.False(IsoWeek.TryParse(text, out _));
}
