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

    /// <summary>The ids of the templates, sorted.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Directory
        .EnumerateFiles(Path, PackageFiles.Manifest, SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, System.IO.Path.GetDirectoryName(file)!).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. All];

    /// <summary>Those that have an e-mail.</summary>
    public static TheoryData<string> EmailIds => [.. All.Where(id => File.Exists($"{Path}/{id}/{PackageFiles.Subject}"))];

    /// <summary>Those that have an SMS.</summary>
    public static TheoryData<string> SmsIds => [.. All.Where(id => File.Exists($"{Path}/{id}/{PackageFiles.Sms}"))];

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
