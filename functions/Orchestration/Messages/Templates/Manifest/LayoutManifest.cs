using System.Text.RegularExpressions;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>What a layout says of itself in <c>layout.yaml</c>.</summary>
/// <param name="Id">Its folder under <c>templates/</c>: <c>layouts/assurance-maladie</c>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">For authors of templates, in French.</param>
/// <param name="Author">Who wrote it.</param>
public sealed partial record LayoutManifest(string Id, int Version, string Title, string Author)
{
    /// <returns>Null when there is a problem.</returns>
    internal static LayoutManifest? Read(string fileName, byte[] file, ICollection<TemplateProblem> problems)
    {
        var before = problems.Count;
        var log = new ProblemLog(fileName, problems);
        if (!PackageText.TryDecode(fileName, file, problems, out var yaml) || SafeYaml.Load(yaml, log) is not { } mapping)
        {
            return null;
        }

        var root = new ManifestSection(mapping, log);
        var manifest = new LayoutManifest(
            root.Text("id", text => Name().IsMatch(text) ? null : "un nom précédé de layouts/ est attendu, comme layouts/assurance-maladie"),
            root.PositiveInteger("version"),
            root.Text("title"),
            root.Text("author"));
        root.RefuseOtherKeys();
        return problems.Count == before ? manifest : null;
    }

    [GeneratedRegex(@"\Alayouts/[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
