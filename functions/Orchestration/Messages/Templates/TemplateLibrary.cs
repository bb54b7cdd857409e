using Orchestration.Calendars;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>All the layouts and templates of a store: the ones that may be used, and what is wrong with the others.</summary>
public sealed class TemplateLibrary
{
    private const string LayoutRoot = "layouts/";

    private TemplateLibrary(IReadOnlyDictionary<string, TemplatePackage> templates, IReadOnlyList<TemplateProblem> problems) =>
        (Templates, Problems) = (templates, problems);

    /// <summary>By id, such as <c>national/ror-invitation</c>.</summary>
    public IReadOnlyDictionary<string, TemplatePackage> Templates { get; }

    /// <summary>What calendars must agree with, by id.</summary>
    public IReadOnlyDictionary<string, TemplateSummary> Summaries => Templates.Values
        .Select(package => package.Manifest)
        .ToDictionary(
            manifest => manifest.Id,
            manifest => new TemplateSummary(manifest.Id, manifest.Purpose, manifest.Population, manifest.Channels),
            StringComparer.Ordinal);

    /// <summary>Of every folder, each once; files are named by their path.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; }

    /// <param name="files">Path below <c>templates/</c> to bytes: a folder per layout and per template.</param>
    /// <param name="settings">Allowed domains and senders, limits.</param>
    public static TemplateLibrary Read(IReadOnlyDictionary<string, byte[]> files, MessageSettings settings)
    {
        var problems = files.Keys.Where(path => !path.Contains('/', StringComparison.Ordinal)).Select(PackageProblems.UnknownFile).ToList();
        var folders = Folders(files.Where(file => file.Key.Contains('/', StringComparison.Ordinal)));
        var layouts = new Dictionary<string, LayoutPackage>(StringComparer.Ordinal);
        foreach (var (folder, content) in folders.Where(folder => IsLayout(folder.Key)))
        {
            Keep(layouts, folder, LayoutPackage.Read(content, settings), layout => layout.Id, PackageFiles.Layout);
        }

        var templates = new Dictionary<string, TemplatePackage>(StringComparer.Ordinal);
        foreach (var (folder, content) in folders.Where(folder => !IsLayout(folder.Key)))
        {
            Keep(templates, folder, TemplatePackage.Read(content, layouts, settings), template => template.Manifest.Id, PackageFiles.Manifest);
        }

        return new TemplateLibrary(templates, [.. problems.Distinct()]);

        void Keep<T>(Dictionary<string, T> packages, string folder, PackageReading<T> reading, Func<T, string> id, string manifest)
            where T : class
        {
            problems.AddRange(reading.Problems.Select(problem => problem with { File = PathOf(folder, problem.File) }));
            if (reading.Package is { } package && id(package) != folder)
            {
                problems.Add(PackageProblems.OtherFolder($"{folder}/{manifest}", id(package)));
            }
            else if (reading.Package is not null)
            {
                packages.Add(folder, reading.Package);
            }
        }
    }

    /// <summary>Path to bytes, as folder to file name to bytes; images stay with the folder that holds <c>images/</c>.</summary>
    internal static SortedDictionary<string, IReadOnlyDictionary<string, byte[]>> Folders(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var folders = new SortedDictionary<string, IReadOnlyDictionary<string, byte[]>>(StringComparer.Ordinal);
        foreach (var folder in files.GroupBy(file => FolderOf(file.Key), StringComparer.Ordinal))
        {
            folders.Add(folder.Key, folder.ToDictionary(file => file.Key[(folder.Key.Length + 1)..], file => file.Value, StringComparer.Ordinal));
        }

        return folders;
    }

    internal static bool IsLayout(string folder) => folder.StartsWith(LayoutRoot, StringComparison.Ordinal);

    private static string FolderOf(string path)
    {
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        return folder.EndsWith("/images", StringComparison.Ordinal) ? folder[..^"/images".Length] : folder;
    }

    /// <summary>A problem inside an included layout already names it.</summary>
    private static string PathOf(string folder, string file) => IsLayout(file) ? file : $"{folder}/{file}";
}
