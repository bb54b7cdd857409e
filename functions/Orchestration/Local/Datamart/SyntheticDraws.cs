namespace Orchestration.Local.Datamart;

/// <summary>Two sources of chance for the rows of one shard.</summary>
/// <param name="First">For the fields of the first datamart.</param>
/// <param name="Later">For the fields that came after them: the first ones keep their values.</param>
internal sealed record SyntheticDraws(Random First, Random Later);
