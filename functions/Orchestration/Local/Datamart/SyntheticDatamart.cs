using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>How large a synthetic datamart is.</summary>
/// <param name="Date">The day that it describes.</param>
/// <param name="Insured">Over all caisses; 65 000 is a thousandth of the real population.</param>
/// <param name="Seed">The same seed gives the same bytes.</param>
internal sealed record SyntheticSize(DateOnly Date, int Insured = 65_000, int Seed = 2027)
{
    /// <summary>Over all caisses; ten times their share, or most caisses would have none.</summary>
    public int Professionals => Insured * 4 / 65;

    /// <summary>Over all caisses; ten times their share.</summary>
    public int Staff => Insured * 81 / 6_500;

    /// <summary>Over all caisses: the companies that subscribed to the monthly letter.</summary>
    public int Employers => Insured * 2 / 65;

    /// <summary>Over all caisses: all the 577 of the network at the usual size.</summary>
    public int Relays => Insured * 577 / 65_000;
}

/// <summary>Invents a datamart: people who do not exist, over the 107 caisses in proportion to the populations of their territories.</summary>
internal sealed class SyntheticDatamart(SyntheticSize size, IReadOnlyDictionary<string, int> populations)
{
    public static DatamartSchema Schema { get; } = new(new Dictionary<Population, IReadOnlyList<FieldDefinition>>
    {
        [Population.Insured] = SyntheticInsured.Fields,
        [Population.Professionals] = SyntheticProfessionals.Fields,
        [Population.Staff] = SyntheticStaff.Fields,
        [Population.Employers] = SyntheticEmployers.Fields,
        [Population.Relays] = SyntheticRelays.Fields,
    });

    /// <summary>Every shard: its entry for the manifest, and its bytes.</summary>
    public IEnumerable<(ShardEntry Entry, byte[] Content)> Shards()
    {
        foreach (var caisse in CaisseDirectory.All)
        {
            yield return Shard(caisse, Population.Insured, size.Insured, SyntheticInsured.Rows);
            yield return Shard(caisse, Population.Professionals, size.Professionals, SyntheticProfessionals.Rows);
            yield return Shard(caisse, Population.Staff, size.Staff, SyntheticStaff.Rows);
            yield return Shard(caisse, Population.Employers, size.Employers, SyntheticEmployers.Rows);
            yield return Shard(caisse, Population.Relays, size.Relays, SyntheticRelays.Rows);
        }
    }

    /// <summary>Numbers of the insured people who can be reached by SMS only.</summary>
    public IEnumerable<string> MobilesWithoutEmail()
    {
        var schema = Schema.Find(Population.Insured)!;
        var (email, mobile) = (schema.Ordinal(PopulationSchema.Email)!.Value, schema.Ordinal(PopulationSchema.Mobile)!.Value);
        return CaisseDirectory.All
            .SelectMany(caisse => SyntheticInsured.Rows(caisse, DrawsOf(caisse, Population.Insured), size.Date, CountOf(caisse, size.Insured)))
            .Where(row => row[email].Length == 0 && row[mobile].Length > 0)
            .Select(row => row[mobile]);
    }

    private (ShardEntry Entry, byte[] Content) Shard(
        Caisse caisse, Population population, int total, Func<Caisse, SyntheticDraws, DateOnly, int, IEnumerable<string[]>> rows)
    {
        var count = CountOf(caisse, total);
        var csv = new StringBuilder(string.Join(',', Schema.Find(population)!.Fields.Select(field => field.Name))).Append('\n');
        foreach (var row in rows(caisse, DrawsOf(caisse, population), size.Date, count))
            csv.AppendJoin(',', row).Append('\n');

        var content = Gzip(csv.ToString());
        var name = $"{population.ToString().ToLowerInvariant()}/{caisse.Id}.csv.gz";
        return (new ShardEntry(population, caisse.Id, name, count, Convert.ToHexStringLower(SHA256.HashData(content))), content);
    }

    private SyntheticDraws DrawsOf(Caisse caisse, Population population)
    {
        var name = $"{size.Seed}|{population}|{caisse.Id}";
        return new SyntheticDraws(RandomOf(name), RandomOf(name + "|later"));
    }

    private static Random RandomOf(string name) => new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))));

    private int CountOf(Caisse caisse, int total) => (int)Math.Round((double)total * populations[caisse.Id] / populations.Values.Sum());

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
