using Orchestration.Audience;

namespace Orchestration.Planning;

/// <summary>What a week and the last quarter may hold (domain.md A4, row 62; D, conflict h; H).</summary>
public sealed class CongestionRules
{
    /// <summary>Messages per week to each public, as a share of its headcount; a public that is not named is not held to anything.</summary>
    public Dictionary<Population, double> WeeklyPerHead { get; set; } = new()
    {
        [Population.Insured] = 0.45,
        [Population.Professionals] = 1,
    };

    /// <summary>Share of the year's campaign e-mails that the last quarter may hold; newsletters, monthly series and journeys apart.</summary>
    public double LastQuarterShare { get; set; } = 0.50;
}
