using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class RejectedRowsTests
{
    [Fact]
    public async Task WriteAsync_RejectedRows_AreAFileOfLinesAndReasons()
    {
        var storage = await AppStorage.TakeAsync();

        await WriteAsync(storage, new RejectedRow(3, "l’identifiant « a\"b » est déjà dans ce fichier"), new RejectedRow(12, "2 colonnes au lieu de 9"));

        Assert.Equal("ligne;motif\n3;\"l’identifiant « a\"\"b » est déjà dans ce fichier\"\n12;\"2 colonnes au lieu de 9\"\n", await ReadAsync(storage));
    }

    [Fact]
    public async Task WriteAsync_NoneThisTime_TheFileOfAnEarlierTimeIsGone()
    {
        var storage = await AppStorage.TakeAsync();
        await WriteAsync(storage, new RejectedRow(3, "l’identifiant manque"));

        await WriteAsync(storage);

        Assert.Null(await ReadAsync(storage));
    }

    private static Task WriteAsync(AppStorage storage, params RejectedRow[] rows) =>
        RejectedRows.WriteAsync(storage.Containers, SomeDatamart.Date, Population.Insured, Some.Caisse, rows, default);

    private static async Task<string?> ReadAsync(AppStorage storage)
    {
        var blob = storage.Containers.Snapshots.GetBlobClient("2027-04-26/rejects/insured/cpam-80.csv");
        return await blob.ExistsAsync() ? (await blob.DownloadContentAsync()).Value.Content.ToString() : null;
    }
}
