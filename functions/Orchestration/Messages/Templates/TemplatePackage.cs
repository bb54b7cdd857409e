using Orchestration.Messages.Templates.Checks;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>
/// A template that may be used: its manifest is whole, its parts compile, its sample renders to the golden files and passes the checks.
/// </summary>
public sealed class TemplatePackage
{
    private TemplatePackage(
        TemplateManifest manifest, IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<LayoutPackage> layouts, TemplatePreview preview) =>
        (Manifest, Files, Layouts, Preview) = (manifest, files, layouts, preview);

    public TemplateManifest Manifest { get; }

    /// <summary>Name in the folder to bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>The layouts that it includes.</summary>
    public IReadOnlyList<LayoutPackage> Layouts { get; }

    /// <summary>What the sample gives, for whoever approves it.</summary>
    public TemplatePreview Preview { get; }

    /// <param name="files">Name in the folder to bytes.</param>
    /// <param name="layouts">What it may include, by id.</param>
    /// <param name="settings">Allowed domains and senders, limits.</param>
    /// <returns>The template, or every reason why there is none.</returns>
    public static PackageReading<TemplatePackage> Read(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, LayoutPackage> layouts, MessageSettings settings)
    {
        var problems = new List<TemplateProblem>();
        var draft = TemplateDraft.Read(files, layouts, settings, template => template.Render, problems);
        var preview = draft is null ? null : SampleRendering.Render(draft, problems);
        if (draft is null || preview is null)
        {
            return new(null, problems);
        }

        problems.AddRange(GoldenComparison.Run(draft.Texts, preview));
        problems.AddRange(ContentChecks.Run(new CheckInput(preview, SampleRendering.UnsubscribeUrl, settings)));
        return new(problems.Count == 0 ? new TemplatePackage(draft.Manifest, files, draft.Parts.Layouts, preview) : null, problems);
    }

    /// <summary>
    /// What the sample gives, for an author who has no golden files yet or wants to see new ones; neither they nor the content are checked.
    /// </summary>
    /// <param name="files">Name in the folder to bytes.</param>
    /// <param name="layouts">What it may include, by id.</param>
    /// <param name="settings">Allowed domains and senders, limits.</param>
    /// <returns>The outputs, by the name of their golden file, or every reason why there are none.</returns>
    public static PackageReading<IReadOnlyDictionary<string, string>> RenderSample(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, LayoutPackage> layouts, MessageSettings settings)
    {
        var problems = new List<TemplateProblem>();
        var draft = TemplateDraft.Read(files, layouts, settings, template => template.Render, problems);
        var preview = draft is null ? null : SampleRendering.Render(draft, problems);
        var outputs = preview is null ? null : GoldenComparison.Outputs(preview).ToDictionary(output => output.File, output => output.Text);
        return new(outputs, problems);
    }
}
