using Microsoft.Azure.Functions.Worker;

namespace Orchestration.LocalRuntime.Functions.Timers;

/// <summary>What a timer does first, from what it left behind.</summary>
/// <param name="Status">Where the schedule stands.</param>
/// <param name="IsPastDue">A run was missed.</param>
internal sealed record TimerStart(ScheduleStatus Status, bool IsPastDue)
{
    /// <param name="schedule">The schedule, which may have changed since.</param>
    /// <param name="stored">What was left behind; null at the first start.</param>
    /// <param name="now">The present moment.</param>
    public static TimerStart Decide(TimerSchedule schedule, ScheduleStatus? stored, DateTimeOffset now)
    {
        if (stored is null)
            return new TimerStart(new ScheduleStatus { Next = schedule.Next(now).UtcDateTime, LastUpdated = now.UtcDateTime }, false);

        // Azure counts a timer that never ran from now, and so never makes up for its first run; here it is missed like any other.
        var last = stored.Last == default ? stored.LastUpdated : stored.Last;
        var expected = schedule.Next(Utc(last));
        if (expected == Utc(stored.Next))
            return new TimerStart(stored, now > expected);

        // The schedule changed: what it would have missed before it was there is not past due.
        var next = now > expected ? schedule.Next(now) : expected;
        return new TimerStart(new ScheduleStatus { Last = stored.Last, Next = next.UtcDateTime, LastUpdated = last }, false);
    }

    private static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
