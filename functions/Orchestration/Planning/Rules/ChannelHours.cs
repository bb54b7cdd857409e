namespace Orchestration.Planning;

/// <summary>When a channel may be used, in the local time of the recipient's caisse. Null (empty in settings) is never.</summary>
public sealed class ChannelHours
{
    /// <summary>Monday to Friday.</summary>
    public TimeWindow? Weekdays { get; set; }

    public TimeWindow? Saturday { get; set; }

    public TimeWindow? Sunday { get; set; }

    /// <summary>Public holidays of the caisse's zone, within the hours of that day of the week.</summary>
    public TimeWindow? PublicHolidays { get; set; }
}
