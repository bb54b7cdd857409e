using System.Text.RegularExpressions;
using Orchestration.Messages.Templates.Checks;
using Orchestration.Messages.Templates.Manifest;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>
/// A folder of <c>templates/layouts</c>: <c>layout.yaml</c>, and the files that templates include. <c>include 'layouts/x'</c> reaches
/// <c>layout.sbnhtml</c> or <c>layout.sbntxt</c>, by the kind of the template; <c>include 'layouts/x/bouton'</c> reaches <c>bouton.sbnhtml</c>.
/// </summary>
public sealed partial class LayoutPackage
{
    private LayoutPackage(LayoutManifest manifest, IReadOnlyDictionary<string, byte[]> files, IReadOnlyDictionary<string, string> texts) =>
        (Manifest, Files, Texts) = (manifest, files, texts);

    public LayoutManifest Manifest { get; }

    public string Id => Manifest.Id;

    /// <summary>Name in the folder to bytes.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Name in the folder to text, of the files that can be included.</summary>
    internal IReadOnlyDictionary<string, string> Texts { get; }

    /// <summary>
    /// A layout's files are compiled with each template that includes them, for its fields and arguments; here they are only checked.
    /// </summary>
    /// <param name="files">Name in the folder to bytes.</param>
    /// <param name="settings">Allowed domains.</param>
    /// <returns>The layout, or every reason why there is none.</returns>
    public static PackageReading<LayoutPackage> Read(IReadOnlyDictionary<string, byte[]> files, MessageSettings settings)
    {
        var problems = new List<TemplateProblem>();
        var texts = PackageText.Decode(files.Where(file => PartFile().IsMatch(file.Key)), problems);
        problems.AddRange(texts.SelectMany(file => SourceChecks.Run(file.Key, file.Value, settings)));
        problems.AddRange(files.Keys
            .Where(name => name != PackageFiles.Layout && !PartFile().IsMatch(name) && !PackageFiles.IsImage(name))
            .Select(PackageProblems.UnknownFile));
        if (!files.TryGetValue(PackageFiles.Layout, out var yaml))
        {
            problems.Add(PackageProblems.MissingFile(PackageFiles.Layout));
            return new(null, problems);
        }

        var manifest = LayoutManifest.Read(PackageFiles.Layout, yaml, problems);
        return new(manifest is not null && problems.Count == 0 ? new LayoutPackage(manifest, files, texts) : null, problems);
    }

    [GeneratedRegex(@"\A[a-z0-9-]+\.sbn(?:html|txt)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartFile();
}
