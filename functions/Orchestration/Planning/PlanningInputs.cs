using Orchestration.Campaigns;
using Orchestration.Planning.Estimates;

namespace Orchestration.Planning;

/// <summary>What a plan depends on beside the calendar and the rules; every part may be left out.</summary>
public sealed record PlanningInputs
{
    public static PlanningInputs None { get; } = new();

    /// <summary>Dates on which operators raised a trigger, by its name, ascending.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Raised { get; init; } = new Dictionary<string, IReadOnlyList<DateOnly>>();

    /// <summary>A sample of people, from which volumes and contact frequency are estimated; null when there is no datamart yet.</summary>
    public IAudiencePanel? Panel { get; init; }

    /// <summary>Sends whose content has its visa; null when nobody looked.</summary>
    public IReadOnlySet<SendKey>? Visas { get; init; }
}
