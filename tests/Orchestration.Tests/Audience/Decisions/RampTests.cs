using Orchestration.Audience.Decisions;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Decisions;

public sealed class RampTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Day_ManyPeople_SpreadsThemEvenly(int days)
    {
        const int People = 70_000;

        var perDay = Enumerable.Range(0, People).CountBy(n => Ramp.Day(Some.Key, $"CPAM-80-{n:000000}", days)).ToDictionary();

        Assert.Equal(Enumerable.Range(0, days), perDay.Keys.Order());
        var expected = (double)People / days;
        Assert.All(perDay.Values, count => Assert.InRange(count, expected * 0.97, expected * 1.03));
    }

    // A repeat in another process, or a year later, must find the same day.
    [Theory]
    [InlineData("CPAM-80-000001", 3, 2)]
    [InlineData("CPAM-80-000002", 3, 2)]
    [InlineData("é", 7, 5)]
    public void Day_SamePersonAndSend_IsTheSameForEver(string person, int days, int day) => Assert.Equal(day, Ramp.Day(Some.Key, person, days));

    [Fact]
    public void Day_AnotherSend_DrawsAnew()
    {
        var moved = Enumerable.Range(0, 1_000).Count(n => Ramp.Day(Some.Key, $"P{n}", 2) != Ramp.Day(Some.OtherKey, $"P{n}", 2));

        Assert.InRange(moved, 400, 600);
    }
}
