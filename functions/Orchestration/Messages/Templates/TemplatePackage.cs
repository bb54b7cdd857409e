using Orchestration.Messages.Templates.Checks;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>
/// A template that may be used: its manifest is whole, its parts compile, its sample renders to the golden files and passes the checks.
/// </summary>
public sealed class TemplatePackage
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _used;

    private TemplatePackage(TemplateDraft draft, IReadOnlyDictionary<string, byte[]> files, TemplatePreview preview) =>
        (Manifest, Files, Layouts, Preview, _used) = (draft.Manifest, files, draft.Parts.Layouts, preview, draft.Parts.Used);

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
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, LayoutPackage> layouts, MessageSettings settings) =>
        Check(files, layouts, settings, hasGolden: true);

    /// <summary>The same template with other words in its free zones: every check is run, only the golden files no longer apply.</summary>
    /// <param name="zones">Name to text, as it is to be shown.</param>
    /// <param name="settings">Allowed domains and senders, limits.</param>
    public PackageReading<TemplatePackage> Fill(IReadOnlyDictionary<string, string> zones, MessageSettings settings)
    {
        var files = Files.Where(file => PackageFiles.IsSource(file.Key)).ToDictionary(StringComparer.Ordinal);
        files[PackageFiles.Zones] = ZoneTexts.Write(Manifest.Zones, zones);
        return Check(files, Layouts.ToDictionary(layout => layout.Id), settings, hasGolden: false);
    }

    /// <summary>Which free zones a rendered part shows.</summary>
    /// <param name="golden">The part, by the name of its golden file.</param>
    public IReadOnlyList<string> ZonesOf(string golden)
    {
        var used = PackageFiles.PartOf(golden) is { } part ? _used.GetValueOrDefault(part) : null;
        return [.. Manifest.Zones.Select(zone => zone.Name).Where(name => used?.Contains(name) == true)];
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

    private static PackageReading<TemplatePackage> Check(
        IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, LayoutPackage> layouts, MessageSettings settings, bool hasGolden)
    {
        var problems = new List<TemplateProblem>();
        var draft = TemplateDraft.Read(files, layouts, settings, template => template.Render, problems);
        var preview = draft is null ? null : SampleRendering.Render(draft, problems);
        if (draft is null || preview is null)
            return new(null, problems);
        if (hasGolden)
            problems.AddRange(GoldenComparison.Run(draft.Texts, preview));
        problems.AddRange(ContentChecks.Run(new CheckInput(preview, SampleRendering.UnsubscribeUrl, settings)));
        return new(problems.Count == 0 ? new TemplatePackage(draft, files, preview) : null, problems);
    }
}
