using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Timers;

namespace Orchestration.LocalRuntime.Tests.Functions.Timers;

public sealed class TimerStartTests
{
    private static readonly DateTime Now = new(2027, 3, 22, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Three = new(2027, 3, 22, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Decide_FirstStart_WaitsForTheNextMoment() =>
        AssertStart(default, Three.AddDays(1), isPastDue: false, Decide("0 0 3 * * *", null));

    [Fact]
    public void Decide_NothingMissed_GoesOn() =>
        AssertStart(Three, Three.AddDays(1), isPastDue: false, Decide("0 0 3 * * *", Left(Three, Three.AddDays(1))));

    [Fact]
    public void Decide_RunMissed_IsPastDue() =>
        AssertStart(Three.AddDays(-3), Three.AddDays(-2), isPastDue: true, Decide("0 0 3 * * *", Left(Three.AddDays(-3), Three.AddDays(-2))));

    [Fact]
    public void Decide_FirstRunMissed_IsPastDue()
    {
        var never = new ScheduleStatus { Next = Three, LastUpdated = Three.AddHours(-1) };

        AssertStart(default, Three, isPastDue: true, Decide("0 0 3 * * *", never));
    }

    [Fact]
    public void Decide_ScheduleChangedToAMomentThatIsPast_WaitsForTheNextOne() =>
        AssertStart(Three, Three.AddDays(1).AddHours(1), isPastDue: false, Decide("0 0 4 * * *", Left(Three, Three.AddDays(1))));

    [Fact]
    public void Decide_ScheduleChangedToAMomentToCome_WaitsForIt() =>
        AssertStart(Three, Three.AddHours(6), isPastDue: false, Decide("0 0 9 * * *", Left(Three, Three.AddDays(1))));

    private static ScheduleStatus Left(DateTime last, DateTime next) => new() { Last = last, Next = next, LastUpdated = last };

    private static TimerStart Decide(string schedule, ScheduleStatus? stored) =>
        TimerStart.Decide(TimerSchedule.Parse(schedule, Now), stored, Now);

    private static void AssertStart(DateTime last, DateTime next, bool isPastDue, TimerStart start)
    {
        Assert.Equal((last, next), (start.Status.Last, start.Status.Next));
        Assert.Equal(isPastDue, start.IsPastDue);
    }
}
