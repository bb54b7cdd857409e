using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Rendering;

/// <summary>A bundle compiled for rendering, from its own files alone. Safe for several threads; make it once per send.</summary>
public sealed class CompiledContent
{
    private CompiledContent(TemplateDraft draft, IReadOnlyList<Channel> channels, string hash, IReadOnlyDictionary<string, string?> sample) =>
        (Manifest, Channels, Hash, Parts, Sample) = (draft.Manifest, channels, hash, draft.Parts, sample);

    public TemplateManifest Manifest { get; }

    /// <summary>Those that were approved for the send; the template may offer more.</summary>
    public IReadOnlyList<Channel> Channels { get; }

    /// <summary>The content hash that a visa covers.</summary>
    public string Hash { get; }

    /// <summary>The invented person of the template, for tests: name of a field to its text form.</summary>
    public IReadOnlyDictionary<string, string?> Sample { get; }

    internal TemplateParts Parts { get; }

    /// <param name="bundle">What was approved.</param>
    /// <param name="settings">Allowed senders.</param>
    /// <param name="renderer">What renders a part; Orchestration.Templating when null.</param>
    /// <exception cref="InvalidContentException">It no longer compiles: the bundle is damaged, or a rule has become stricter since.</exception>
    public static CompiledContent Compile(
        ContentBundle bundle, MessageSettings settings, Func<CompiledTemplate, PartRenderer>? renderer = null)
    {
        var draft = Read(bundle, settings, renderer);
        var problems = new List<TemplateProblem>();
        return SampleReader.Read(draft.Texts[PackageFiles.Sample], draft.Manifest.Fields, draft.Parts.Schemas.Subject, problems) is { } sample
            ? new CompiledContent(draft, bundle.Channels, bundle.ComputeHash(), sample)
            : throw new InvalidContentException(bundle.Template, problems);
    }

    /// <summary>What the content gives for its sample, an invented person.</summary>
    /// <param name="bundle">What is to be approved.</param>
    /// <param name="settings">Allowed senders.</param>
    /// <exception cref="InvalidContentException">It no longer compiles, or its sample is no longer fit for it.</exception>
    public static ContentSample RenderSample(ContentBundle bundle, MessageSettings settings)
    {
        var draft = Read(bundle, settings, renderer: null);
        var problems = new List<TemplateProblem>();
        return SampleRendering.Render(draft, problems) is { } preview
            ? new ContentSample(draft.Manifest, preview)
            : throw new InvalidContentException(bundle.Template, problems);
    }

    private static TemplateDraft Read(ContentBundle bundle, MessageSettings settings, Func<CompiledTemplate, PartRenderer>? renderer)
    {
        var problems = new List<TemplateProblem>();
        var folders = TemplateLibrary.Folders(bundle.Files);
        var layouts = new Dictionary<string, LayoutPackage>(StringComparer.Ordinal);
        foreach (var (folder, files) in folders.Where(folder => TemplateLibrary.IsLayout(folder.Key)))
        {
            var (layout, found) = LayoutPackage.Read(files, settings);
            problems.AddRange(found);
            if (layout is not null)
            {
                layouts.Add(folder, layout);
            }
        }

        var template = folders.GetValueOrDefault(bundle.Template, new Dictionary<string, byte[]>());
        var draft = TemplateDraft.Read(template, layouts, settings, renderer ?? (part => part.Render), problems);
        return draft is not null && problems.Count == 0 ? draft : throw new InvalidContentException(bundle.Template, problems);
    }
}
