using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Planning.Estimates;

namespace Orchestration.Planning;

/// <summary>What a calendar comes to.</summary>
/// <param name="Sends">Every occurrence of every send, in the order of its key. Without those whose hours leave nothing.</param>
/// <param name="Problems">In the order of the file. One error is enough to keep the whole calendar from starting.</param>
public sealed record CalendarPlan(IReadOnlyList<PlannedSend> Sends, IReadOnlyList<CalendarProblem> Problems)
{
    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<PlannedJourney> Journeys { get; init; } = [];

    /// <summary>Sends whose trigger nobody has raised yet, in the order of the campaign and the send.</summary>
    public IReadOnlyList<AwaitedSend> Awaited { get; init; } = [];

    /// <summary>How many messages each occurrence comes to; without those that nobody can tell.</summary>
    public IReadOnlyDictionary<SendKey, VolumeEstimate> Volumes { get; init; } = new Dictionary<SendKey, VolumeEstimate>();
}
