namespace Orchestration.Audience.Datamart;

/// <summary>One column of a population's shards.</summary>
/// <param name="Name">As in the header line: <c>[a-z][a-z0-9_]*</c>.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind);
