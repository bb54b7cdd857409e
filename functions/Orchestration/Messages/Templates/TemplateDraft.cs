using Orchestration.Messages.Rendering;
using Orchestration.Messages.Templates.Checks;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Messages.Templates.Zones;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>A template whose manifest is good and whose parts compile; whether its sample passes is not known yet.</summary>
internal sealed record TemplateDraft(TemplateManifest Manifest, IReadOnlyDictionary<string, string> Texts, TemplateParts Parts)
{
    /// <returns>Null when there is a problem.</returns>
    public static TemplateDraft? Read(
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyDictionary<string, LayoutPackage> layouts,
        MessageSettings settings,
        Func<CompiledTemplate, PartRenderer> renderer,
        ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        if (!files.TryGetValue(PackageFiles.Manifest, out var yaml))
        {
            problems.Add(PackageProblems.MissingFile(PackageFiles.Manifest));
            return null;
        }

        var manifest = ManifestReader.Read(PackageFiles.Manifest, yaml, settings, problems);
        var texts = PackageText.Decode(files.Where(file => file.Key != PackageFiles.Manifest && !PackageFiles.IsImage(file.Key)), problems);
        Add(texts.Where(file => PackageFiles.IsSource(file.Key)).SelectMany(file => SourceChecks.Run(file.Key, file.Value, settings)));
        if (manifest is null)
        {
            return null;
        }

        Add(FileProblems(manifest, files.Keys));
        var zones = ZoneTexts.Of(texts, manifest.Zones, settings, problems);
        var parts = TemplateParts.Compile(manifest, texts, zones, layouts, renderer, problems);
        return parts is not null && problems.Count == before ? new TemplateDraft(manifest, texts, parts) : null;

        void Add(IEnumerable<TemplateProblem> found)
        {
            foreach (var problem in found)
            {
                problems.Add(problem);
            }
        }
    }

    private static IEnumerable<TemplateProblem> FileProblems(TemplateManifest manifest, IEnumerable<string> names)
    {
        var written = PackageFiles.Written(manifest.Channels, manifest.Zones.Count > 0).ToHashSet(StringComparer.Ordinal);
        var present = names
            .Where(name => !PackageFiles.IsImage(name))
            .Except(PackageFiles.Golden(manifest.Channels))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. written.Except(present).Order(StringComparer.Ordinal).Select(PackageProblems.MissingFile),
            .. present.Except(written).Order(StringComparer.Ordinal).Select(PackageProblems.UnknownFile),
        ];
    }
}
