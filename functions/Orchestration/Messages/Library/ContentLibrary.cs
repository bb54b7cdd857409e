using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orchestration.Calendars;
using Orchestration.Messages.Content;
using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Messages.Library;

/// <summary>
/// The published templates, and the contents that sends make of them. A content is kept whole under its hash the first time that it is met: what a
/// visa was given for can be rendered even after the library has moved on.
/// </summary>
public sealed class ContentLibrary(
    Containers containers, LibraryStore store, IOptions<MessageSettings> settings, RendererChoice renderer)
{
    private const int CompiledContents = 32;

    private readonly ConcurrentDictionary<(string Library, string Template, string Channels, string Criterion), SendContent> _resolved = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<CompiledContent>>> _compiled = new(StringComparer.Ordinal);
    private volatile Published? _published;

    /// <summary>Every published template.</summary>
    public async Task<IReadOnlyDictionary<string, TemplateSummary>> TemplatesAsync(CancellationToken cancellation) =>
        (await PublishedAsync(cancellation)).Library.Summaries;

    /// <returns>The content that the send would go out with now; null when its template is not published, or no longer suits it.</returns>
    public async Task<SendContent?> ResolveAsync(PlannedSend plan, CancellationToken cancellation)
    {
        if (plan.Pinned is { } pinned)
            return new SendContent(pinned.Hash, pinned.Author, FieldsOf((await LoadAsync(pinned.Hash, cancellation)).Manifest));
        var published = await PublishedAsync(cancellation);
        var key = (published.Hash, plan.Template, string.Join(',', plan.Channels), plan.Criterion);
        if (_resolved.TryGetValue(key, out var known))
            return known;
        if (published.Library.Templates.GetValueOrDefault(plan.Template) is not { } package
            || plan.Channels.Except(package.Manifest.Channels).Any()
            || package.Manifest.Purpose != plan.Purpose
            || package.Manifest.Population != plan.Population)
            return null;

        var hash = await KeepAsync(ContentBundle.Create(package, plan.Channels, plan.Criterion, new Dictionary<string, string>()), cancellation);
        return _resolved[key] = new SendContent(hash, package.Manifest.Author, FieldsOf(package.Manifest));
    }

    /// <summary>Every published template, ready to be ordered or filled in, by id.</summary>
    public async Task<IReadOnlyDictionary<string, TemplatePackage>> PackagesAsync(CancellationToken cancellation) =>
        (await PublishedAsync(cancellation)).Library.Templates;

    /// <summary>Keeps a content under its hash, once.</summary>
    /// <returns>The hash.</returns>
    public async Task<string> KeepAsync(ContentBundle bundle, CancellationToken cancellation)
    {
        var hash = bundle.ComputeHash();
        await containers.Contents.TryUploadAsync(Path(hash), new BinaryData(bundle.ToJson()), OnlyOnce, cancellation);
        return hash;
    }

    /// <summary>A content as it was kept.</summary>
    /// <exception cref="Azure.RequestFailedException">404: nothing was ever kept under this hash.</exception>
    public async Task<ContentBundle> ReadAsync(string hash, CancellationToken cancellation) =>
        ContentBundle.FromJson((await containers.Contents.GetBlobClient(Path(hash)).DownloadContentAsync(cancellation)).Value.Content);

    /// <summary>A content ready to render, from what is kept under its hash and nothing else.</summary>
    /// <exception cref="InvalidContentException">It no longer compiles.</exception>
    public async Task<CompiledContent> LoadAsync(string hash, CancellationToken cancellation)
    {
        if (_compiled.Count > CompiledContents)
            _compiled.Clear();
        var compiling = _compiled.GetOrAdd(hash, _ => new Lazy<Task<CompiledContent>>(() => CompileAsync(hash)));
        try
        {
            return await compiling.Value.WaitAsync(cancellation);
        }
        catch
        {
            _compiled.TryRemove(new KeyValuePair<string, Lazy<Task<CompiledContent>>>(hash, compiling));
            throw;
        }
    }

    private static Azure.Storage.Blobs.Models.BlobUploadOptions OnlyOnce =>
        new() { Conditions = new Azure.Storage.Blobs.Models.BlobRequestConditions { IfNoneMatch = Azure.ETag.All } };

    /// <summary>Not cancelled: whoever asks meanwhile waits for it too.</summary>
    private async Task<CompiledContent> CompileAsync(string hash) =>
        CompiledContent.Compile(await ReadAsync(hash, CancellationToken.None), settings.Value, renderer.Create);

    private static string[] FieldsOf(TemplateManifest manifest) => [.. manifest.Fields.Select(field => field.Name)];

    private async Task<Published> PublishedAsync(CancellationToken cancellation)
    {
        var pointer = await store.PublishedAsync(cancellation) ?? "";
        if (_published is { } known && known.Hash == pointer)
            return known;
        var files = pointer.Length == 0 ? LibraryFiles.Empty : await store.ReadAsync(pointer, cancellation);
        return _published = new Published(pointer, TemplateLibrary.Read(files.Files, settings.Value));
    }

    private static string Path(string hash) => $"bundles/{hash}.json";

    private sealed record Published(string Hash, TemplateLibrary Library);
}
