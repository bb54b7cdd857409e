using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Local.Datamart;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>A few people, written row by row.</summary>
public sealed class TestDatamart(DateOnly date)
{
    private readonly SortedDictionary<(Population Population, string Caisse), List<string>> _shards = [];
    private readonly HashSet<(Population Population, string Caisse)> _missing = [];

    public DateOnly Date => date;

    /// <summary>In each of three caisses: adults without trace of a vaccination, most with an address, some with a mobile, some with nothing.</summary>
    public static TestDatamart Small(int perCaisse = 40)
    {
        var people = new TestDatamart(new DateOnly(2027, 3, 1));
        foreach (var (caisse, prefix) in new[] { ("CPAM-75", "+3361"), ("CGSS-971", "+590690"), ("CSS-976", "+262639") })
        {
            for (var n = 0; n < perCaisse; n++)
            {
                people.AddInsured(
                    caisse, $"{caisse}-{n}", email: n % 4 < 2 ? $"p{n}.{caisse}@example.org" : "", mobile: n % 4 is 1 or 2 ? Pad(prefix, n) : "");
            }

            for (var n = 0; n < 3; n++)
                people.Add(Population.Staff, caisse, $"AG-{caisse}-{n},Léa,Martin,agent{n}.{caisse}@example.org");
        }

        return people;
    }

    /// <summary>Somebody whom the criterion of <see cref="SomeCalendar"/> selects.</summary>
    public void AddInsured(string caisse, string id, string email = "", string mobile = "", string birth = "1990-05-17", string vaccine = "non_fait") =>
        Add(Population.Insured, caisse, $"{id},Léa,Martin,{birth},F,{email.ToLowerInvariant()},{mobile},false,true,fait,fait,{vaccine},inconnu");

    /// <param name="population">Whose shard.</param>
    /// <param name="caisse">Id.</param>
    /// <param name="row">The first cells of the schema, in their order; the others stay empty.</param>
    public void Add(Population population, string caisse, string row)
    {
        row += new string(',', SyntheticDatamart.Schema.Find(population)!.Fields.Count - row.Split(',').Length);
        if (!_shards.TryGetValue((population, caisse), out var rows))
            _shards.Add((population, caisse), rows = []);
        rows.Add(row);
    }

    /// <summary>The manifest names the shard, which is not uploaded.</summary>
    public void Lose(Population population, string caisse) => _missing.Add((population, caisse));

    public void FindAgain() => _missing.Clear();

    internal async Task UploadAsync(Containers containers)
    {
        var entries = new List<ShardEntry>();
        var folder = SnapshotStore.Folder(date);
        foreach (var ((population, caisse), rows) in _shards)
        {
            var header = string.Join(',', SyntheticDatamart.Schema.Find(population)!.Fields.Select(field => field.Name));
            var content = Encoding.UTF8.GetBytes(header + "\n" + string.Concat(rows.Select(row => row + "\n")));
            var name = $"{population.ToString().ToLowerInvariant()}/{caisse}.csv";
            if (!_missing.Contains((population, caisse)))
                await containers.Datamart.GetBlobClient($"{folder}/{name}").UploadAsync(new BinaryData(content), overwrite: true);
            entries.Add(new ShardEntry(population, caisse, name, rows.Count, Convert.ToHexStringLower(SHA256.HashData(content))));
        }

        await containers.Datamart.GetBlobClient($"{folder}/schema.json").UploadAsync(SyntheticDatamart.Schema.ToJson(), overwrite: true);
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new DatamartManifest(date, entries), Json.Options);
        await containers.Datamart.GetBlobClient($"{folder}/manifest.json").UploadAsync(new BinaryData(manifest), overwrite: true);
    }

    /// <summary>A number of the territory: nine digits after the country code.</summary>
    private static string Pad(string prefix, int n)
    {
        var country = prefix.StartsWith("+33", StringComparison.Ordinal) ? 3 : 4;
        return prefix + n.ToString("D" + (9 - (prefix.Length - country)), System.Globalization.CultureInfo.InvariantCulture);
    }
}
