namespace Orchestration.Campaigns.Sends;

/// <summary>The datamart that a send is prepared on, and the caisses to prepare: those with somebody, and those whose shard is missing.</summary>
public sealed record PinnedAudience(DateOnly Snapshot, IReadOnlyList<string> Caisses);
