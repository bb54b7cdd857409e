namespace Orchestration.Planning;

/// <summary>What a week and the last quarter may hold (domain.md A4, row 62; D, conflict h; H).</summary>
public sealed class CongestionRules
{
    /// <summary>Messages per week, as a share of the public's headcount.</summary>
    public double WeeklyPerHead { get; set; } = 0.45;

    /// <summary>Share of the year's campaign e-mails that the last quarter may hold; newsletters, monthly series and journeys apart.</summary>
    public double LastQuarterShare { get; set; } = 0.50;
}
