using Orchestration.Audience.Datamart;

namespace Orchestration.Campaigns.Sends;

/// <summary>The datamart that a send is prepared on, and the caisses to prepare: those with somebody, and those whose shard is missing.</summary>
public sealed record PinnedAudience(DateOnly Snapshot, IReadOnlyList<PinnedCaisse> Caisses);

/// <summary>One caisse to prepare.</summary>
/// <param name="Caisse">Which caisse.</param>
/// <param name="PrepareAt">When, as planned now.</param>
/// <param name="Shard">Its people; null when the datamart does not have them.</param>
public sealed record PinnedCaisse(string Caisse, DateTimeOffset PrepareAt, ShardEntry? Shard);
