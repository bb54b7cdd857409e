using Orchestration.Messages.Templates;

namespace Orchestration.Tests.Messages.Templates.Real;

/// <summary>The repository's <c>templates/</c>.</summary>
internal static class TemplateFolder
{
    public static readonly string Path = Find();

    private static readonly Lazy<TemplateLibrary> Loaded = new(() => TemplateLibrary.Read(Files, SomeContent.Settings));

    /// <summary>Path below <c>templates/</c> to bytes.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files => Directory
        .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'), File.ReadAllBytes);

    public static TemplateLibrary Library => Loaded.Value;

    public static TheoryData<string> Ids => [.. Directory
        .EnumerateFiles(Path, PackageFiles.Manifest, SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, System.IO.Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Orchestration.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return System.IO.Path.Combine(folder.FullName, "templates");
    }
}
