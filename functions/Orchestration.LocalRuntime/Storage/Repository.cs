namespace Orchestration.LocalRuntime.Storage;

/// <summary>Finds folders of the repository from wherever the app was started.</summary>
internal static class Repository
{
    private static readonly string PackageFile = Path.Combine("infra", "local", "package.json");

    /// <summary>The nearest folder above the current one, or above the app's binaries, that holds <c>infra/local</c>; else null.</summary>
    public static string? FindRoot() => FindAbove(Directory.GetCurrentDirectory()) ?? FindAbove(AppContext.BaseDirectory);

    private static string? FindAbove(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, PackageFile)))
                return folder.FullName;
        }

        return null;
    }
}
