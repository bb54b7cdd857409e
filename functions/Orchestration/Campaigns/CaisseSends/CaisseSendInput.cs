using Orchestration.Audience.Datamart;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Input of <see cref="CaisseSendOrchestrator"/>.</summary>
/// <param name="Send">Which occurrence.</param>
/// <param name="Caisse">Which caisse.</param>
/// <param name="Snapshot">The datamart that the send is pinned to.</param>
/// <param name="PrepareAt">When its decisions are due, as planned when the send was launched.</param>
/// <param name="Shard">Its people; null when the datamart does not have them.</param>
/// <param name="Carried">What a former generation of the instance left to do; null at the start.</param>
public sealed record CaisseSendInput(
    SendKey Send, string Caisse, DateOnly Snapshot, DateTimeOffset PrepareAt, ShardEntry? Shard, CaisseRun? Carried = null);
