namespace Orchestration.Calendars;

/// <summary>When a send goes out, before Sundays, holidays and hours have their say.</summary>
public abstract record SendMoment;

/// <summary>So many days from a media wave: <c>grippe-v1.start - 21d</c>.</summary>
/// <param name="Wave">Id of the wave.</param>
/// <param name="Edge">Its first or its last day.</param>
/// <param name="Offset">Days after the edge; negative before it.</param>
/// <param name="Unit">
/// Working days are Monday to Friday without the public holidays of the whole of France, so that the date is the same everywhere.
/// </param>
public sealed record WaveMoment(string Wave, WaveEdge Edge, int Offset, OffsetUnit Unit) : SendMoment;

/// <summary>So many days from another send: <c>grippe-2027/invitation + 35d</c>; one occurrence for each of its occurrences.</summary>
/// <param name="Send">As <c>campaign/send</c>.</param>
/// <param name="Offset">Days after its date; negative before it.</param>
/// <param name="Unit">As for <see cref="WaveMoment"/>.</param>
public sealed record SendRelativeMoment(string Send, int Offset, OffsetUnit Unit) : SendMoment;

/// <summary>A date that the planner chose.</summary>
public sealed record FixedMoment(DateOnly Date) : SendMoment;

/// <summary>Several dates in the calendar's year, each an occurrence of its own.</summary>
public sealed record RecurringMoment(Recurrence Recurrence) : SendMoment;

/// <summary>
/// Every day of the calendar's year: a journey, whose audience says whose day it is (« 18 ans aujourd'hui »).
/// </summary>
/// <param name="From">Not before this date; null for the whole year.</param>
public sealed record DailyMoment(DateOnly? From) : SendMoment;

/// <summary>Whenever an operator raises a trigger, such as an epidemic peak: each raise is an occurrence.</summary>
/// <param name="Trigger">Name of the trigger, <c>[a-z0-9-]+</c>.</param>
/// <param name="From">Not before this date, however early it is raised; null for no bound.</param>
public sealed record TriggeredMoment(string Trigger, DateOnly? From) : SendMoment;

/// <summary>Which end of a wave counts.</summary>
public enum WaveEdge
{
    /// <summary>The first day.</summary>
    Start,

    /// <summary>The last day.</summary>
    End,
}

/// <summary>What an offset counts.</summary>
public enum OffsetUnit
{
    /// <summary>Written <c>d</c>.</summary>
    Days,

    /// <summary>Written <c>wd</c>.</summary>
    WorkingDays,
}
