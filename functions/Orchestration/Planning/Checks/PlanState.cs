using Orchestration.Caisses;
using Orchestration.Calendars;
using Orchestration.Planning.Estimates;

namespace Orchestration.Planning.Checks;

/// <summary>A plan with everything that its checks look at.</summary>
internal sealed class PlanState
{
    private readonly ILookup<string, Step> stepsOf;
    private readonly ILookup<string, MediaWave> wavesOf;

    public PlanState(
        Calendar calendar, IReadOnlyList<Step> steps, PlanningRules rules, DateTimeOffset now, PlanningInputs inputs, AudienceBook audiences)
    {
        (Calendar, Steps, Rules, Now, Inputs, Audiences) = (calendar, steps, rules, now, inputs, audiences);
        Campaigns = calendar.Campaigns.ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);
        stepsOf = steps.ToLookup(step => step.Campaign.Id, StringComparer.Ordinal);
        wavesOf = calendar.Waves.ToLookup(wave => wave.Campaign, StringComparer.Ordinal);
    }

    public Calendar Calendar { get; }

    public IReadOnlyList<Step> Steps { get; }

    public PlanningRules Rules { get; }

    public DateTimeOffset Now { get; }

    public PlanningInputs Inputs { get; }

    /// <summary>Who gets what, as far as it is known.</summary>
    public AudienceBook Audiences { get; }

    public IReadOnlyDictionary<string, Campaign> Campaigns { get; }

    public int Year => Calendar.Year;

    public IReadOnlyList<Step> StepsOf(Campaign campaign) => [.. stepsOf[campaign.Id]];

    /// <summary>In the order of their start.</summary>
    public IReadOnlyList<MediaWave> WavesOf(Campaign campaign) =>
        [.. wavesOf[campaign.Id].OrderBy(wave => wave.Start).ThenBy(wave => wave.Id, StringComparer.Ordinal)];

    public Campaign CampaignOf(MediaWave wave) => Campaigns[wave.Campaign];

    /// <summary>Whether some caisse is in the scope of both.</summary>
    public static bool ShareCaisses(Campaign one, Campaign other) =>
        one.Caisses.Count == CaisseDirectory.All.Count
        || other.Caisses.Count == CaisseDirectory.All.Count
        || one.Caisses.Intersect(other.Caisses, StringComparer.Ordinal).Any();
}
