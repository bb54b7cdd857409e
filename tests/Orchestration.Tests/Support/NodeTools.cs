using System.Diagnostics;

namespace Orchestration.Tests.Support;

/// <summary>Scripts of the folder <c>Node</c>, whose packages a lock file pins; npm installs them before the first run.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(Calendars.CalendarFiles.Root, "tests", "Orchestration.Tests", "Node");

    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <returns>What the script prints.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        await Installation.Value;
        return await StartAsync("node", [script, .. arguments]);
    }

    /// <summary>npm writes its inner lock file last, so a broken installation does not count.</summary>
    private static async Task InstallAsync()
    {
        var (wanted, present) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!File.Exists(present) || File.GetLastWriteTimeUtc(present) < File.GetLastWriteTimeUtc(wanted))
            await StartAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    }

    private static async Task<string> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
