using System.Globalization;
using NCrontab;

namespace Orchestration.LocalRuntime.Functions.Timers;

/// <summary>When a timer trigger fires: a CRON expression (six fields, seconds first; also the five usual ones) or an interval. UTC.</summary>
internal sealed class TimerSchedule
{
    // 29 February on a given day of the week comes back after 40 years at most: what does not come by then never does.
    private const int YearsToLookAhead = 50;
    private const int FieldsWithoutSeconds = 5;
    private const int LooksAtFrequency = 5;

    private readonly Func<DateTime, DateTime?> _next;

    private TimerSchedule(Func<DateTime, DateTime?> next) => _next = next;

    /// <param name="text">The expression, its settings resolved.</param>
    /// <param name="from">Where the schedule begins to be looked at.</param>
    /// <exception cref="FormatException">The text is no schedule, or one that never comes; the message quotes it.</exception>
    public static TimerSchedule Parse(string text, DateTimeOffset from)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields.Length != FieldsWithoutSeconds };
        if (CrontabSchedule.TryParse(text, options) is { } cron)
        {
            var schedule = new TimerSchedule(after => Next(cron, after));
            return schedule._next(from.UtcDateTime) is null ? throw new FormatException($"schedule '{text}' never comes") : schedule;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? new TimerSchedule(after => after + interval)
            : throw new FormatException($"schedule '{text}' is neither a CRON expression ({{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of the week}}) nor a time span (hh:mm:ss)");
    }

    /// <summary>The first moment after another.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => new(_next(after.UtcDateTime) ?? DateTime.MaxValue, TimeSpan.Zero);

    /// <summary>True when it fires more than once in a minute: the host then keeps no status, whatever the attribute says.</summary>
    public bool IsFrequent(DateTimeOffset from)
    {
        for (var look = 0; look < LooksAtFrequency; look++)
        {
            var (last, next) = (from, Next(from));
            if (look > 0 && next - last < TimeSpan.FromMinutes(1))
                return true;
            from = next;
        }

        return false;
    }

    private static DateTime? Next(CrontabSchedule cron, DateTime after)
    {
        var end = after.AddYears(YearsToLookAhead);
        var next = cron.GetNextOccurrence(after, end);
        return next < end ? next : null;
    }
}
