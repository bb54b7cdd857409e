using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function on a schedule.</summary>
/// <param name="schedule">Six-field CRON expression (seconds first), interval (<c>hh:mm:ss</c>), or <c>%Setting%</c>.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Keeps where the schedule stands, so that a run missed during a stop is made up for.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}

/// <summary>What a timer function is told about its schedule.</summary>
public class TimerInfo
{
    /// <summary>Null when nothing is kept: <see cref="TimerTriggerAttribute.UseMonitor"/> is off, or there are several runs a minute.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when the function runs later than planned.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>Moments of a schedule, UTC.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
