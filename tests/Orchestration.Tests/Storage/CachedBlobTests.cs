using System.Text.Json;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Storage;

/// <summary>The control record is read through it before each chunk of messages: it must be cheap, and never stale.</summary>
public sealed class CachedBlobTests
{
    private const string Path = "board.json";

    [Fact]
    public async Task TryReadAsync_Unchanged_IsTheSameObjectAfterOneShortAnswer()
    {
        var storage = await AppStorage.TakeAsync();
        await WriteAsync(storage, "un");
        var blob = Blob(storage);

        var first = await blob.TryReadAsync(default);

        Assert.Same(first, await blob.TryReadAsync(default));
        Assert.Equal([200, 304], storage.Probe.Calls.Where(call => call.Method == "GET").Select(call => call.Status));
    }

    [Fact]
    public async Task TryReadAsync_ChangedByAnother_IsSeenAtOnceAndKept()
    {
        var storage = await AppStorage.TakeAsync();
        await WriteAsync(storage, "un");
        var blob = Blob(storage);
        await blob.TryReadAsync(default);

        await WriteAsync(storage.Another(), "deux");

        var read = await blob.TryReadAsync(default);
        Assert.Equal("deux", read?.Text);
        Assert.Same(read, await blob.TryReadAsync(default));
    }

    [Fact]
    public async Task TryReadAsync_DeletedSince_IsNullAndNotWhatWasRemembered()
    {
        var storage = await AppStorage.TakeAsync();
        await WriteAsync(storage, "un");
        var blob = Blob(storage);
        await blob.TryReadAsync(default);

        await storage.Containers.Control.DeleteBlobAsync(Path);

        Assert.Null(await blob.TryReadAsync(default));
        await WriteAsync(storage, "deux");
        Assert.Equal("deux", (await blob.TryReadAsync(default))?.Text);
    }

    [Fact]
    public async Task ReadAsync_NoDocument_SaysWhichOne()
    {
        var error = await Assert.ThrowsAsync<MissingBlobException>(async () => await Blob(await AppStorage.TakeAsync()).ReadAsync(default));

        Assert.Contains("control/board.json", error.Message, StringComparison.Ordinal);
    }

    // What cannot be read is not remembered: once it is mended, it is read.
    [Fact]
    public async Task TryReadAsync_UnreadableThenMended_IsRead()
    {
        var storage = await AppStorage.TakeAsync();
        await storage.Containers.Control.WriteAsync(Path, BinaryData.FromString("{ not json"), "application/json", default);
        var blob = Blob(storage);
        await Assert.ThrowsAnyAsync<JsonException>(() => blob.TryReadAsync(default));

        await WriteAsync(storage, "un");

        Assert.Equal("un", (await blob.TryReadAsync(default))?.Text);
    }

    private static CachedBlob<Note> Blob(AppStorage storage) =>
        new(storage.Containers.Control, Path, content => content.ToObjectFromJson<Note>(Json.Options)!);

    private static Task WriteAsync(AppStorage storage, string text) => storage.Containers.Control.WriteAsync(
        Path, new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new Note(text), Json.Options)), "application/json", default);

    private sealed record Note(string Text);
}
