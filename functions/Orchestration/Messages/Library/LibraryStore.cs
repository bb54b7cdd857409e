using Orchestration.Storage;

namespace Orchestration.Messages.Library;

/// <summary>The published library: its versions by hash, and a pointer that moves by one conditional write.</summary>
public sealed class LibraryStore(Containers containers)
{
    private const string Pointer = "library/current.json";
    private readonly CachedBlob<LibraryPointer> _pointer =
        new(containers.Contents, Pointer, content => content.ToObjectFromJson<LibraryPointer>(Json.Options)!);

    /// <returns>Hash of the published library; null when nothing was ever published.</returns>
    public async Task<string?> PublishedAsync(CancellationToken cancellation) => (await _pointer.TryReadAsync(cancellation))?.Hash;

    /// <summary>For those who will publish on top of it.</summary>
    /// <returns>Null when nothing was ever published.</returns>
    public async Task<Versioned<LibraryPointer>?> PointerAsync(CancellationToken cancellation) =>
        await containers.Contents.TryReadAsync<LibraryPointer>(Pointer, cancellation);

    public Task<LibraryFiles> ReadAsync(string hash, CancellationToken cancellation) =>
        containers.Contents.ReadAsync<LibraryFiles>(Path(hash), cancellation);

    /// <returns>False when somebody else published meanwhile.</returns>
    public async Task<bool> TryPublishAsync(LibraryFiles files, Versioned<LibraryPointer>? read, CancellationToken cancellation)
    {
        var pointer = new LibraryPointer(files.Hash());
        await containers.Contents.TryCreateAsync(Path(pointer.Hash), files, cancellation);
        return read is null
            ? await containers.Contents.TryCreateAsync(Pointer, pointer, cancellation)
            : await containers.Contents.TryReplaceAsync(Pointer, pointer, read.ETag, cancellation);
    }

    private static string Path(string hash) => $"library/{hash}.json";
}
