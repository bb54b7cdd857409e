namespace Orchestration.Planning;

/// <summary>
/// The settings of planning, section <c>Planning</c>. Every hour is local to the recipient's caisse. No law gives the hours of
/// SMS: they are the rule of operators and aggregators (domain.md B2).
/// </summary>
public sealed class PlanningRules
{
    public const string Section = "Planning";

    /// <summary>Monday to Saturday 08:00-20:00 by default.</summary>
    public ChannelHours Email { get; set; } = new()
    {
        Weekdays = TimeWindow.Parse("08:00-20:00"),
        Saturday = TimeWindow.Parse("08:00-20:00"),
    };

    /// <summary>Monday to Friday 08:00-20:00, Saturday 10:00-19:00 by default; never beyond <see cref="SmsBound"/>.</summary>
    public ChannelHours Sms { get; set; } = new()
    {
        Weekdays = TimeWindow.Parse("08:00-20:00"),
        Saturday = TimeWindow.Parse("10:00-19:00"),
    };

    /// <summary>
    /// When a send that names no window begins, on days that allow it; such days begin with the channel's hours otherwise.
    /// </summary>
    public TimeOnly DefaultStart { get; set; } = new(9, 0);

    /// <summary>The hour of decisions, the day before the first slot.</summary>
    public TimeOnly PreparationHour { get; set; } = new(18, 0);

    /// <summary>How many allowed days after its last slot a send that was held may still go out; 0 to 31.</summary>
    public int ExpiryDays { get; set; } = 2;

    /// <summary>A send anchored on a wave and planned more days before it gets a warning; 0 to 366.</summary>
    public int WaveLeadDays { get; set; } = 60;

    /// <summary>A send anchored on a wave and planned more days after it gets a warning; 0 to 366.</summary>
    public int WaveTrailDays { get; set; } = 60;

    /// <summary>
    /// What no setting may exceed: operators carry these SMS on working days, Monday to Saturday (domain.md B2, AF2M charter).
    /// </summary>
    public static TimeWindow SmsBound { get; } = TimeWindow.Parse("08:00-22:00");
}
