using Orchestration.Audience;

namespace Orchestration.Planning;

/// <summary>
/// The settings of planning, section <c>Planning</c>: <c>planning.json</c> states them all with their reasons, and any setting of
/// a deployment replaces one. Every hour is local to the recipient's caisse. No law gives the hours of SMS: they are the rule of
/// operators and aggregators (domain.md B2). Where domain.md gives no figure, the default is a working assumption, marked « H ».
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

    /// <summary>How few days before its preparation a content without a visa is a worry, in working days; 0 to 60. H.</summary>
    public int VisaLeadDays { get; set; } = 5;

    /// <summary>What the gateway and the call centre take.</summary>
    public CapacityRules Capacity { get; set; } = new();

    /// <summary>How often one person may be contacted.</summary>
    public PressureRules Pressure { get; set; } = new();

    /// <summary>How the parts of a campaign, and campaigns among themselves, keep their distance.</summary>
    public CampaignRules Campaigns { get; set; } = new();

    /// <summary>Homepage and screens.</summary>
    public OwnedMediaRules OwnedMedia { get; set; } = new();

    /// <summary>How many messages a week and a quarter may hold.</summary>
    public CongestionRules Congestion { get; set; } = new();

    /// <summary>Known headcount of each public; an audience cannot be larger (domain.md A8, rows 108, 115, 130; A3, row 52).</summary>
    public Dictionary<Population, long> Headcounts { get; set; } = new()
    {
        [Population.Insured] = 65_000_000,
        [Population.Professionals] = 400_000,
        [Population.Staff] = 82_000,
    };

    /// <summary>Periods in which nothing goes out, or in which a send is only pointed out.</summary>
    public List<Blackout> Blackouts { get; set; } = [];

    /// <summary>Another severity for a check, by its id: <c>Off</c>, <c>Warning</c>, <c>Waivable</c>, <c>Error</c>.</summary>
    public Dictionary<string, CheckSeverity> Checks { get; set; } = [];

    /// <summary>
    /// What no setting may exceed: operators carry these SMS on working days, Monday to Saturday (domain.md B2, AF2M charter).
    /// </summary>
    public static TimeWindow SmsBound { get; } = TimeWindow.Parse("08:00-22:00");
}
