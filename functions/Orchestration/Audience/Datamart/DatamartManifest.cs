namespace Orchestration.Audience.Datamart;

/// <summary><c>manifest.json</c>: uploaded last, it makes a snapshot whole.</summary>
/// <param name="Date">The day that the snapshot describes.</param>
/// <param name="Shards">Every shard of the snapshot.</param>
public sealed record DatamartManifest(DateOnly Date, IReadOnlyList<ShardEntry> Shards)
{
    /// <returns>Null when the snapshot has no such shard.</returns>
    public ShardEntry? Find(Population population, string caisse) =>
        Shards.FirstOrDefault(shard => shard.Population == population && shard.Caisse == caisse);
}

/// <summary>One shard: the people of one population in one caisse.</summary>
/// <param name="Population">Which population.</param>
/// <param name="Caisse">Whose people.</param>
/// <param name="Name">Relative to the snapshot's folder: <c>insured/CPAM-01.csv.gz</c>.</param>
/// <param name="Rows">Without the header line.</param>
/// <param name="Sha256">Of the file as stored, in lower-case hex.</param>
public sealed record ShardEntry(Population Population, string Caisse, string Name, int Rows, string Sha256);
