using System.Globalization;
using Orchestration.LocalRuntime.Functions.Timers;

namespace Orchestration.LocalRuntime.Tests.Functions.Timers;

public sealed class TimerScheduleTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 3 * * *", "2027-03-23T03:00:00Z")]
    [InlineData("30 0 8 * * *", "2027-03-22T08:00:30Z")]
    [InlineData("0 0 8 * * *", "2027-03-23T08:00:00Z")]
    [InlineData("0 30 9 * * MON-FRI", "2027-03-22T09:30:00Z")]
    [InlineData("0 */5 * * * *", "2027-03-22T08:05:00Z")]
    [InlineData("0 3 * * *", "2027-03-23T03:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2028-02-29T00:00:00Z")]
    [InlineData("06:00:00", "2027-03-22T14:00:00Z")]
    [InlineData("1.00:00:00", "2027-03-23T08:00:00Z")]
    public void Next_EachForm_IsTheFirstMomentAfter(string schedule, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), TimerSchedule.Parse(schedule, Now).Next(Now));

    [Fact]
    public void Next_InTheNightOfSummerTime_KnowsUtcOnly()
    {
        var schedule = TimerSchedule.Parse("0 30 2 * * *", Now);
        var night = new DateTimeOffset(2027, 3, 28, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(night.AddHours(2.5), schedule.Next(night));
    }

    [Theory]
    [InlineData("at three")]
    [InlineData("0 0 25 * * *")]
    [InlineData("0 0 0 3 * * * *")]
    [InlineData("00:00:00")]
    [InlineData("-01:00:00")]
    [InlineData("")]
    public void Parse_NoSchedule_QuotesIt(string schedule)
    {
        var error = Assert.Throws<FormatException>(() => TimerSchedule.Parse(schedule, Now));

        Assert.StartsWith($"schedule '{schedule}' is neither", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DateThatDoesNotExist_NeverComes()
    {
        var error = Assert.Throws<FormatException>(() => TimerSchedule.Parse("0 0 3 30 2 *", Now));

        Assert.Equal("schedule '0 0 3 30 2 *' never comes", error.Message);
    }

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,1 0 3 * * *", true)]
    [InlineData("00:00:59", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("0 0 3 * * *", false)]
    [InlineData("00:01:00", false)]
    public void IsFrequent_MoreThanOnceAMinute_IsTrue(string schedule, bool expected) =>
        Assert.Equal(expected, TimerSchedule.Parse(schedule, Now).IsFrequent(Now));
}
