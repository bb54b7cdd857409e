using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Audience.Datamart;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class ImportDatamartTests
{
    private const string Folder = "2027-04-26";

    [Fact]
    public async Task RunAsync_WholeSnapshot_BecomesCurrent()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));

        var report = await ImportAsync(storage);

        Assert.Equal((SomeDatamart.Date, 1, 0, 0), (report.Date, report.Shards, report.MissingShards.Count, report.Errors.Count));
        Assert.Equal(SomeDatamart.Date, await CurrentAsync(storage));
    }

    [Fact]
    public async Task RunAsync_SameManifestAgain_ChangesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        var first = await ImportAsync(storage);

        Assert.Equivalent(first, await ImportAsync(storage), strict: true);
    }

    [Fact]
    public async Task RunAsync_ShardMissing_IsReportedAndTheSnapshotIsCurrent()
    {
        var storage = await AppStorage.TakeAsync();
        var there = await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        await SomeDatamart.UploadManifestAsync(storage.Containers, there, there with { Caisse = "CPAM-02", Name = "insured/CPAM-02.csv" });

        var report = await ImportAsync(storage);

        Assert.Equal(["insured/CPAM-02.csv"], report.MissingShards);
        Assert.Equal(SomeDatamart.Date, await CurrentAsync(storage));
    }

    [Fact]
    public async Task RunAsync_ManifestOfAnotherDay_IsRefused()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        await MoveManifestAsync(storage, "2027-04-27");

        var report = await ImportAsync(storage, "2027-04-27");

        Assert.Equal("Le manifeste décrit le 2027-04-26 et non le 2027-04-27, son dossier.", Assert.Single(report.Errors));
        Assert.Null(await CurrentAsync(storage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{ "date": "2027-04-26" }""")]
    [InlineData("""{ "date": "26/04/2027", "shards": [] }""")]
    [InlineData("""{ "date": "2027-04-26", "shards": [null] }""")]
    [InlineData("""{ "date": "2027-04-26", "shards": [{ "population": "insured", "caisse": "CPAM-80", "rows": 1 }] }""")]
    public async Task RunAsync_NotAManifest_IsReported(string manifest)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        await storage.Containers.Datamart.WriteAsync($"{Folder}/manifest.json", BinaryData.FromString(manifest), "application/json", default);

        var report = await ImportAsync(storage);

        Assert.StartsWith("manifest.json", Assert.Single(report.Errors), StringComparison.Ordinal);
        Assert.Null(await CurrentAsync(storage));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ \"insured\": [] }")]
    public async Task RunAsync_NoSchemaOrABadOne_IsReported(string? schema)
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        await storage.Containers.Datamart.DeleteBlobAsync($"{Folder}/schema.json");
        if (schema is not null)
            await storage.Containers.Datamart.WriteAsync($"{Folder}/schema.json", BinaryData.FromString(schema), "application/json", default);

        var report = await ImportAsync(storage);

        Assert.StartsWith("schema.json", Assert.Single(report.Errors), StringComparison.Ordinal);
        Assert.Null(await CurrentAsync(storage));
    }

    [Fact]
    public async Task RunAsync_KilledBetweenReportAndPromotion_TheRepeatPromotes()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDatamart.UploadAsync(storage.Containers, SomeDatamart.Row("P1"));
        var first = storage.Another();
        first.Probe.DieBefore("PUT", "current.json");

        await Assert.ThrowsAsync<CrashException>(() => ImportAsync(first));
        Assert.Null(await CurrentAsync(storage));
        await ImportAsync(storage);

        Assert.Equal(SomeDatamart.Date, await CurrentAsync(storage));
    }

    private static async Task<DatamartReport> ImportAsync(AppStorage storage, string folder = Folder)
    {
        var import = new ImportDatamart(storage.Containers, new SnapshotStore(storage.Containers), NullLogger<ImportDatamart>.Instance);
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, _ => { });
        await import.RunAsync(storage.Containers.Datamart.GetBlobClient($"{folder}/manifest.json"), folder, engine.Client, default);
        return await storage.Containers.Reports.ReadAsync<DatamartReport>($"datamart/{folder}.json", default);
    }

    private static async Task MoveManifestAsync(AppStorage storage, string folder)
    {
        var manifest = (await storage.Containers.Datamart.GetBlobClient($"{Folder}/manifest.json").DownloadContentAsync()).Value.Content;
        await storage.Containers.Datamart.WriteAsync($"{folder}/manifest.json", manifest, "application/json", default);
    }

    private static Task<DateOnly?> CurrentAsync(AppStorage storage) => new SnapshotStore(storage.Containers).CurrentAsync(default);
}
