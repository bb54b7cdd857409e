using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>Where the runtime finds and keeps its files.</summary>
internal static class LocalFolders
{
    /// <summary>A folder of the options, from the repository's root.</summary>
    public static string Resolve(string folder, string contentRoot) => Path.GetFullPath(folder, Repository.FindRoot() ?? contentRoot);

    /// <summary>host.json: the given path, else beside the binaries, else in the content root.</summary>
    /// <returns>Null, with a problem, when there is none.</returns>
    public static string? FindHostJson(LocalRuntimeOptions options, string contentRoot, Problems problems)
    {
        string[] candidates = options.HostJson is { } given
            ? [Path.GetFullPath(given, contentRoot)]
            : [Path.Combine(AppContext.BaseDirectory, "host.json"), Path.Combine(contentRoot, "host.json")];
        var path = candidates.FirstOrDefault(File.Exists);
        if (path is null)
            problems.Add($"host.json was not found: looked at {string.Join(" and ", candidates)}");
        return path;
    }
}
