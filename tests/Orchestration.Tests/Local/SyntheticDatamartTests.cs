using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses;
using Orchestration.Local.Datamart;
using Orchestration.Messages;

namespace Orchestration.Tests.Local;

public sealed class SyntheticDatamartTests
{
    private static readonly SyntheticSize Size = new(new DateOnly(2027, 3, 22), Insured: 6_500);
    private static readonly IReadOnlyDictionary<string, int> Weights = CaisseDirectory.All.ToDictionary(caisse => caisse.Id, _ => 1);
    private static readonly IReadOnlyList<(ShardEntry Entry, byte[] Content)> Shards = [.. new SyntheticDatamart(Size, Weights).Shards()];

    [Fact]
    public void Shards_SameSeed_AreTheSameBytes() =>
        Assert.Equal(Shards.Select(shard => shard.Entry.Sha256), new SyntheticDatamart(Size, Weights).Shards().Select(shard => shard.Entry.Sha256));

    [Fact]
    public void Shards_OtherSeed_AreOthers() => Assert.All(
        new SyntheticDatamart(Size with { Seed = 1 }, Weights).Shards().Zip(Shards).Where(pair => pair.First.Entry.Rows > 0),
        pair => Assert.NotEqual(pair.First.Entry.Sha256, pair.Second.Entry.Sha256));

    [Fact]
    public void Shards_EveryCaisse_HasEveryPublic() => Assert.Equal(
        CaisseDirectory.All.SelectMany(caisse => Enum.GetValues<Population>().Select(population => (caisse.Id, population))),
        Shards.Select(shard => (shard.Entry.Caisse, shard.Entry.Population)));

    [Fact]
    public void Shards_EveryFile_IsWhatItsEntrySaysWithNoRowToReject() => Assert.All(Shards, shard =>
    {
        Assert.Equal(shard.Entry.Sha256, Convert.ToHexStringLower(SHA256.HashData(shard.Content)));
        var (reader, people) = Read(shard);
        Assert.Equal(shard.Entry.Rows, people.Count);
        Assert.Empty(reader.Rejected);
    });

    [Fact]
    public void Shards_EveryAddressAndNumber_IsOneThatCanBeWrittenTo()
    {
        var contacts = Shards.SelectMany(shard => Read(shard).People).ToArray();

        Assert.All(contacts.Where(person => person.Email is not null), person => Assert.Equal(person.Email, ContactCheck.Canonical(Channel.Email, person.Email!)));
        Assert.All(contacts.Where(person => person.Mobile is not null), person => Assert.Equal(person.Mobile, ContactCheck.Canonical(Channel.Sms, person.Mobile!)));
    }

    [Fact]
    public void Shards_Contacts_AreInTheProportionsOfTheCountry()
    {
        var insured = Shards.Where(shard => shard.Entry.Population == Population.Insured).SelectMany(shard => Read(shard).People).ToArray();

        Assert.InRange(insured.Count(person => person.Email is not null) / (double)insured.Length, 0.62, 0.68);
        Assert.InRange(insured.Count(person => person is { Email: null, Mobile: not null }) / (double)insured.Length, 0.18, 0.22);
    }

    [Fact]
    public void Shards_EveryIdentifier_IsOfOnePersonAlone()
    {
        var ids = Shards.SelectMany(shard => Read(shard).People).Select(person => person.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    /// <summary>Figures and expectations rest on them: a field that comes later draws from a random of its own.</summary>
    [Fact]
    public void Shards_FieldsOfTheFirstDatamart_KeepTheirValues()
    {
        var first = new Dictionary<Population, int> { [Population.Insured] = 13, [Population.Professionals] = 6, [Population.Staff] = 4 };
        var cells = new StringBuilder();
        foreach (var (entry, content) in Shards.Where(shard => first.ContainsKey(shard.Entry.Population)))
        {
            using var text = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
            while (text.ReadLine() is { } line)
                cells.AppendJoin(',', line.Split(',').Take(first[entry.Population])).Append('\n');
        }

        Assert.StartsWith("7593962d35da7b3d2827b2852e10560217f87807b", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells.ToString()))), StringComparison.Ordinal);
    }

    [Fact]
    public void MobilesWithoutEmail_Numbers_AreThoseOfTheShards()
    {
        var expected = Shards.Where(shard => shard.Entry.Population == Population.Insured)
            .SelectMany(shard => Read(shard).People)
            .Where(person => person is { Email: null, Mobile: not null })
            .Select(person => person.Mobile);

        Assert.Equal(expected, new SyntheticDatamart(Size, Weights).MobilesWithoutEmail());
    }

    private static (ShardReader Reader, IReadOnlyList<(string Id, string? Email, string? Mobile)> People) Read((ShardEntry Entry, byte[] Content) shard)
    {
        var reader = new ShardReader(SyntheticDatamart.Schema.Find(shard.Entry.Population)!);
        using var text = new StreamReader(new GZipStream(new MemoryStream(shard.Content), CompressionMode.Decompress));
        return (reader, [.. reader.Read(text).Select(person => (person.Id, person["email"].Text, person["mobile"].Text))]);
    }
}
