using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>The Azurite that the repository pins, installed by npm beside its lock file.</summary>
internal sealed class AzuritePackage(string folder, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public string Script => Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Installs the pinned version unless it is already there.</summary>
    /// <exception cref="LocalToolException">npm is missing or failed.</exception>
    public async Task EnsureInstalledAsync(CancellationToken cancellation)
    {
        if (IsInstalled())
            return;
        using var installing = await LockAsync(cancellation);
        if (!IsInstalled())
            await InstallAsync(cancellation);
    }

    /// <summary>npm writes its inner lock file last, so a broken installation does not count.</summary>
    private bool IsInstalled()
    {
        var inner = Path.Combine(folder, "node_modules", ".package-lock.json");
        return File.Exists(inner) && Version(inner) == Version(Path.Combine(folder, "package-lock.json"));
    }

    private static string? Version(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(lockFile));
        return json.RootElement.GetProperty("packages").TryGetProperty("node_modules/azurite", out var package)
            ? package.GetProperty("version").GetString()
            : null;
    }

    private async Task InstallAsync(CancellationToken cancellation)
    {
        const string Arguments = "ci --omit=dev --ignore-scripts --no-audit --no-fund";
        logger.LogInformation("Installing the local storage (Azurite) with npm: only the first start takes this minute…");
        var said = new List<string>();
        var start = new ProcessStartInfo("npm", Arguments) { WorkingDirectory = folder };
        if (OperatingSystem.IsWindows())
            (start.FileName, start.Arguments) = ("cmd", $"/c npm {Arguments}");
        var running = ToolProcess.RunAsync(start, Show, cancellation);
        var began = time.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(Heartbeat, time, CancellationToken.None)) != running)
            logger.LogInformation("Still installing ({Seconds:0} s)…", time.GetElapsedTime(began).TotalSeconds);
        var exit = await running;
        if (exit is null)
            throw new LocalToolException("npm was not found. It comes with Node.js: install it from https://nodejs.org and start again.");
        if (exit != 0)
            throw new LocalToolException($"npm could not install Azurite in {folder} (exit code {exit}):\n{string.Join('\n', said)}");

        void Show(string line)
        {
            logger.LogInformation("npm: {Line}", line);
            lock (said)
            {
                // Its reason comes first, the manual after it.
                if (said.Count < 30 && !line.StartsWith("npm warn", StringComparison.OrdinalIgnoreCase))
                    said.Add(line);
            }
        }
    }

    // In the temporary folder, because npm empties node_modules and nothing else here is ignored by git.
    private Task<IDisposable> LockAsync(CancellationToken cancellation)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..16];
        return FileLock.AcquireAsync(
            Path.Combine(Path.GetTempPath(), $"azurite-install-{name}.lock"),
            time,
            () => logger.LogInformation("Another process is installing Azurite: waiting for it…"),
            cancellation);
    }
}
