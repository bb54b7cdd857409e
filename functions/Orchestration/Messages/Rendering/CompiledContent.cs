using Orchestration.Messages.Content;
using Orchestration.Messages.Templates;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Rendering;

/// <summary>A bundle compiled for rendering, from its own files alone. Safe for several threads; make it once per send.</summary>
public sealed class CompiledContent
{
    private CompiledContent(TemplateManifest manifest, string hash, TemplateParts parts) => (Manifest, Hash, Parts) = (manifest, hash, parts);

    public TemplateManifest Manifest { get; }

    /// <summary>The content hash that a visa covers.</summary>
    public string Hash { get; }

    internal TemplateParts Parts { get; }

    /// <param name="bundle">What was approved.</param>
    /// <param name="settings">Allowed senders.</param>
    /// <param name="renderer">What renders a part; Orchestration.Templating when null.</param>
    /// <exception cref="InvalidContentException">It no longer compiles: the bundle is damaged, or a rule has become stricter since.</exception>
    public static CompiledContent Compile(ContentBundle bundle, MessageSettings settings, Func<CompiledTemplate, PartRenderer>? renderer = null)
    {
        var problems = new List<TemplateProblem>();
        var library = TemplateLibrary.Folders(bundle.Files);
        var layouts = library.Where(folder => TemplateLibrary.IsLayout(folder.Key))
            .Select(folder => LayoutPackage.Read(folder.Value, settings))
            .ToList();
        problems.AddRange(layouts.SelectMany(layout => layout.Problems));
        var draft = TemplateDraft.Read(
            library[bundle.Template], layouts.Select(layout => layout.Package).OfType<LayoutPackage>().ToDictionary(layout => layout.Id),
            settings, renderer ?? (template => template.Render), problems);
        return draft is not null && problems.Count == 0
            ? new CompiledContent(draft.Manifest, bundle.ComputeHash(), draft.Parts)
            : throw new InvalidContentException(bundle.Template, problems);
    }
}
