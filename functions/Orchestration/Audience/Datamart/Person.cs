namespace Orchestration.Audience.Datamart;

/// <summary>One row of a shard. The instance is used again for the next row: keep values, never the person.</summary>
public sealed class Person(PopulationSchema schema)
{
    internal Cell[] Cells { get; private init; } = new Cell[schema.Fields.Count];

    public PopulationSchema Schema => schema;

    public string Id => Cells[schema.IdOrdinal].Text!;

    public Cell this[int ordinal] => Cells[ordinal];

    /// <returns>Missing when there is no such column.</returns>
    public Cell this[string name] => schema.Ordinal(name) is { } ordinal ? Cells[ordinal] : Cell.Missing;

    /// <summary>Somebody to keep.</summary>
    public Person Copy() => new(schema) { Cells = [.. Cells] };
}
