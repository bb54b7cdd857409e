using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Storage;

public sealed class BlobsTests
{
    private const string Path = "a/note.json";

    [Fact]
    public async Task TryReadAsync_NoDocument_IsNullAndReadAsyncSaysWhich()
    {
        var container = await ContainerAsync();

        Assert.Null(await container.TryReadAsync<Note>(Path, default));
        var error = await Assert.ThrowsAsync<MissingBlobException>(() => container.ReadAsync<Note>(Path, default));
        Assert.Contains("sends/a/note.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TryReadAsync_DocumentThatIsNull_IsRefused()
    {
        var container = await ContainerAsync();
        await container.WriteAsync(Path, BinaryData.FromString("null"), "application/json", default);

        await Assert.ThrowsAsync<JsonException>(() => container.TryReadAsync<Note>(Path, default));
    }

    [Fact]
    public async Task TryCreateAsync_DocumentIsThere_LeavesIt()
    {
        var container = await ContainerAsync();

        Assert.True(await container.TryCreateAsync(Path, new Note("un", 1), default));
        Assert.False(await container.TryCreateAsync(Path, new Note("deux", 2), default));
        Assert.Equal(new Note("un", 1), await container.ReadAsync<Note>(Path, default));
    }

    [Fact]
    public async Task TryReplaceAsync_ChangedSinceItWasRead_LeavesIt()
    {
        var container = await ContainerAsync();
        await container.TryCreateAsync(Path, new Note("un", 1), default);
        var read = (await container.TryReadAsync<Note>(Path, default))!;

        Assert.True(await container.TryReplaceAsync(Path, new Note("deux", 2), read.ETag, default));
        Assert.False(await container.TryReplaceAsync(Path, new Note("trois", 3), read.ETag, default));
        Assert.Equal(2, (await container.ReadAsync<Note>(Path, default)).Number);
    }

    [Fact]
    public async Task UpdateAsync_ManyAtOnce_LosesNoChange()
    {
        var container = await ContainerAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => container.UpdateAsync<Note>(
            Path, present => present is null ? new Note("n", 1) : present with { Number = present.Number + 1 }, default)));

        Assert.Equal(10, (await container.ReadAsync<Note>(Path, default)).Number);
    }

    [Fact]
    public async Task UpdateAsync_SameInstance_WritesNothing()
    {
        var storage = await AppStorage.TakeAsync();
        await storage.Containers.Sends.TryCreateAsync(Path, new Note("un", 1), default);

        var kept = await storage.Containers.Sends.UpdateAsync<Note>(Path, present => present!, default);

        Assert.Equal(new Note("un", 1), kept);
        Assert.Single(storage.Probe.Calls, call => call.Method == "PUT" && call.Path.Contains(Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TryCreateAsync_StorageOutOfOrder_IsNotTakenForAConflict()
    {
        var storage = await AppStorage.TakeAsync();
        storage.Probe.Before("PUT", Path, () => throw new RequestFailedException(507, "The storage is full."));

        await Assert.ThrowsAsync<RequestFailedException>(() => storage.Containers.Sends.TryCreateAsync(Path, new Note("un", 1), default));
    }

    private static async Task<BlobContainerClient> ContainerAsync() => (await AppStorage.TakeAsync()).Containers.Sends;

    private sealed record Note(string Text, int Number);
}
