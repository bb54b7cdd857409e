using Orchestration.Caisses;
using Orchestration.Planning;

namespace Orchestration.Tests.Planning;

public sealed class PublicHolidaysTests
{
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(2000, 4, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2038, 4, 25)]
    [InlineData(2100, 3, 28)]
    public void Easter_KnownYear_IsItsSunday(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Easter.Sunday(year));

    [Theory]
    [InlineData(2026, "1/1 6/4 1/5 8/5 14/5 25/5 14/7 15/8 1/11 11/11 25/12")]
    [InlineData(2027, "1/1 29/3 1/5 6/5 8/5 17/5 14/7 15/8 1/11 11/11 25/12")]
    [InlineData(2028, "1/1 17/4 1/5 8/5 25/5 5/6 14/7 15/8 1/11 11/11 25/12")]
    public void Of_Metropole_AreTheElevenOfTheLaw(int year, string dates) => Assert.Equal(dates, Dates(year, HolidayZone.Metropole));

    [Theory]
    [InlineData(HolidayZone.AlsaceMoselle, 2026, "3/4 26/12")]
    [InlineData(HolidayZone.AlsaceMoselle, 2027, "26/3 26/12")]
    [InlineData(HolidayZone.AlsaceMoselle, 2028, "14/4 26/12")]
    [InlineData(HolidayZone.Guadeloupe, 2027, "27/5 21/7")]
    [InlineData(HolidayZone.Martinique, 2027, "22/5 21/7")]
    [InlineData(HolidayZone.Guyane, 2027, "10/6")]
    [InlineData(HolidayZone.Reunion, 2027, "20/12")]
    [InlineData(HolidayZone.Mayotte, 2027, "27/4")]
    public void Of_Zone_AddsItsOwn(HolidayZone zone, int year, string own)
    {
        var everywhere = Dates(year, HolidayZone.Metropole).Split(' ');

        Assert.Equal(own, string.Join(' ', Dates(year, zone).Split(' ').Except(everywhere)));
        Assert.All(everywhere, date => Assert.Contains(date, Dates(year, zone).Split(' ')));
    }

    [Fact]
    public void Of_TwoHolidaysOnOneDay_AreOne()
    {
        // In 2008 Ascension fell on 1 May.
        var holidays = PublicHolidays.Of(2008, HolidayZone.Metropole);

        Assert.Equal(10, holidays.Count);
        Assert.Equal("fête du Travail", holidays[new DateOnly(2008, 5, 1)].Name);
    }

    [Fact]
    public void Find_LocalHoliday_SaysSo()
    {
        Assert.True(PublicHolidays.Find(new DateOnly(2027, 4, 27), HolidayZone.Mayotte)!.IsLocal);
        Assert.False(PublicHolidays.Find(new DateOnly(2027, 3, 29), HolidayZone.Mayotte)!.IsLocal);
        Assert.Null(PublicHolidays.Find(new DateOnly(2027, 4, 27), HolidayZone.Reunion));
    }

    private static string Dates(int year, HolidayZone zone) =>
        string.Join(' ', PublicHolidays.Of(year, zone).Keys.Order().Select(date => $"{date.Day}/{date.Month}"));
}
