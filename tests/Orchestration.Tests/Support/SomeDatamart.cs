using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Storage;

namespace Orchestration.Tests.Support;

/// <summary>A small datamart with a column of every kind.</summary>
internal static class SomeDatamart
{
    public const string Header = "id,prenom,naissance,sexe,email,mobile,enfants,compte_ameli,medecin_traitant";

    public static readonly DateOnly Date = new(2027, 4, 26);

    public static PopulationSchema Insured { get; } = new(
    [
        new("id", FieldKind.Text),
        new("prenom", FieldKind.Text),
        new("naissance", FieldKind.Date),
        new("sexe", FieldKind.Text),
        new("email", FieldKind.Text),
        new("mobile", FieldKind.Text),
        new("enfants", FieldKind.Number),
        new("compte_ameli", FieldKind.Boolean),
        new("medecin_traitant", FieldKind.Procedure),
    ]);

    public static DatamartSchema Schema { get; } =
        new(new Dictionary<Population, IReadOnlyList<FieldDefinition>> { [Population.Insured] = Insured.Fields });

    /// <summary>One person; columns that are not given are empty.</summary>
    public static Person Person(params (string Column, string Text)[] cells)
    {
        var person = new Person(Insured);
        for (var ordinal = 0; ordinal < Insured.Fields.Count; ordinal++)
            Assert.Null(CellParser.Parse(Insured.Fields[ordinal], Text(Insured.Fields[ordinal].Name), out person.Cells[ordinal]));
        return person;

        string Text(string column) => cells.FirstOrDefault(cell => cell.Column == column).Text ?? (column == "id" ? "P1" : "");
    }

    /// <summary>A good row: reachable by e-mail, born in 1985.</summary>
    public static string Row(string id) => $"{id},Zoé,1985-03-12,F,{id.ToLowerInvariant()}@exemple.fr,+33612345678,2,true,fait";

    public static string Csv(params IEnumerable<string> rows) => string.Concat(rows.Prepend(Header).Select(line => line + "\n"));

    public static ShardEntry Entry(byte[] content, string name = "insured/CPAM-80.csv", int rows = 1) =>
        new(Population.Insured, Some.Caisse, name, rows, Convert.ToHexStringLower(SHA256.HashData(content)));

    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    /// <summary>A whole snapshot of one shard: rows, schema, manifest.</summary>
    public static async Task<ShardEntry> UploadAsync(Containers containers, params string[] rows)
    {
        var entry = await UploadShardAsync(containers, Encoding.UTF8.GetBytes(Csv(rows)), rows.Length);
        await containers.Datamart.WriteAsync("2027-04-26/schema.json", Schema.ToJson(), "application/json", default);
        await UploadManifestAsync(containers, entry);
        return entry;
    }

    public static async Task<ShardEntry> UploadShardAsync(Containers containers, byte[] content, int rows = 1, string name = "insured/CPAM-80.csv")
    {
        await containers.Datamart.WriteAsync($"2027-04-26/{name}", new BinaryData(content), "text/csv", default);
        return Entry(content, name, rows);
    }

    public static Task UploadManifestAsync(Containers containers, params ShardEntry[] shards) => containers.Datamart.WriteAsync(
        "2027-04-26/manifest.json",
        new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new DatamartManifest(Date, shards), Json.Options)),
        "application/json",
        default);
}
