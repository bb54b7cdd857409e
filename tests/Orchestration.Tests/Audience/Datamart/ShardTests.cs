using System.Text;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class ShardTests
{
    private const string Path = "insured/CPAM-80.csv";

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + ".gz")]
    public async Task TryOpenAsync_AsAnnounced_GivesTheTextAndIsWhole(string name)
    {
        var csv = SomeDatamart.Csv(SomeDatamart.Row("P1"), SomeDatamart.Row("P2"));
        var content = name.EndsWith(".gz", StringComparison.Ordinal) ? SomeDatamart.Gzip(csv) : Encoding.UTF8.GetBytes(csv);
        using var shard = await OpenAsync(content, SomeDatamart.Entry(content, name, rows: 2));

        Assert.Equal(csv, await shard!.Text.ReadToEndAsync());
        shard.VerifyWhole(rows: 2);
    }

    [Fact]
    public async Task TryOpenAsync_ByteOrderMark_IsNotPartOfTheHeader()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SomeDatamart.Csv(SomeDatamart.Row("P1")))];
        using var shard = await OpenAsync(content, SomeDatamart.Entry(content));

        Assert.Equal(["P1"], new ShardReader(SomeDatamart.Insured).Read(shard!.Text).Select(person => person.Id));
        shard.VerifyWhole(rows: 1);
    }

    [Fact]
    public async Task TryOpenAsync_NoSuchBlob_IsNull()
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Null(await Shard.TryOpenAsync(storage.Containers, SomeDatamart.Date, SomeDatamart.Entry([]), default));
    }

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + ".gz")]
    public async Task VerifyWhole_OtherBytes_RefusesTheFile(string name)
    {
        var csv = SomeDatamart.Csv(SomeDatamart.Row("P1"));
        var content = name.EndsWith(".gz", StringComparison.Ordinal) ? SomeDatamart.Gzip(csv) : Encoding.UTF8.GetBytes(csv);
        using var shard = await OpenAsync(content, SomeDatamart.Entry(Encoding.UTF8.GetBytes("another file"), name));

        await shard!.Text.ReadToEndAsync();

        Assert.Contains(name, Assert.Throws<InvalidDatamartException>(() => shard.VerifyWhole(rows: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyWhole_OtherNumberOfRows_RefusesTheFile()
    {
        var content = Encoding.UTF8.GetBytes(SomeDatamart.Csv(SomeDatamart.Row("P1")));
        using var shard = await OpenAsync(content, SomeDatamart.Entry(content));

        await shard!.Text.ReadToEndAsync();

        Assert.Contains("2 lignes", Assert.Throws<InvalidDatamartException>(() => shard.VerifyWhole(rows: 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyWhole_BytesAfterTheCompressedText_CountToo()
    {
        var gzip = SomeDatamart.Gzip(SomeDatamart.Csv(SomeDatamart.Row("P1")));
        byte[] longer = [.. gzip, .. new byte[100_000]];
        using var shard = await OpenAsync(longer, SomeDatamart.Entry(gzip, Path + ".gz"));

        await shard!.Text.ReadToEndAsync();

        Assert.Throws<InvalidDatamartException>(() => shard.VerifyWhole(rows: 1));
    }

    [Fact]
    public async Task Read_BrokenCompression_RefusesTheFile()
    {
        var broken = Encoding.UTF8.GetBytes(SomeDatamart.Csv(SomeDatamart.Row("P1")));
        using var shard = await OpenAsync(broken, SomeDatamart.Entry(broken, Path + ".gz"));

        Assert.Throws<InvalidDatamartException>(() => new ShardReader(SomeDatamart.Insured).Read(shard!.Text).Count());
    }

    private static async Task<Shard?> OpenAsync(byte[] content, ShardEntry entry)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadShardAsync(storage.Containers, content, name: entry.Name);
        return await Shard.TryOpenAsync(storage.Containers, SomeDatamart.Date, entry, default);
    }
}
