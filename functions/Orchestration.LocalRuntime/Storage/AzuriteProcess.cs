using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>Azurite as a process of the operating system: it outlives the app unless the app ends it.</summary>
internal static class AzuriteProcess
{
    /// <summary>Makes Azurite bear many blobs; beside the program.</summary>
    private static readonly string Tuning = Path.Combine(AppContext.BaseDirectory, "azurite-tuning.cjs");

    private const int SigTerm = 15;
    private const int SigKill = 9;

    // Node starts a detached child in a session of its own, which .NET cannot: Ctrl-C and the death of the app do not reach it.
    // It also writes the record, so that no death of the app lies between the start and the record.
    private const string Launcher =
        """
        const fs = require('fs');
        const [log, record, ...args] = process.argv.slice(1);
        const instance = JSON.parse(process.env.AZURITE_INSTANCE);
        delete process.env.AZURITE_INSTANCE;
        const out = fs.openSync(log, 'w');
        const { spawn } = require('child_process');
        const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', out, out], windowsHide: true });
        child.on('error', error => { console.error(error.message); process.exit(1); });
        child.on('spawn', () => {
          fs.writeFileSync(record + '.tmp', JSON.stringify({ ...instance, processId: child.pid }, null, 2));
          fs.renameSync(record + '.tmp', record);
          console.log(child.pid);
          child.unref();
        });
        """;

    /// <summary>Starts and records it.</summary>
    /// <param name="script">Azurite.</param>
    /// <param name="instance">Ports and accounts.</param>
    /// <param name="folder">Where it keeps its data.</param>
    /// <param name="log">File that gets its complaints.</param>
    /// <param name="record">File that gets <paramref name="instance"/> with the process id.</param>
    /// <param name="cancellation">Ends the wait for the start.</param>
    /// <returns>The process id.</returns>
    public static async Task<int> StartAsync(
        string script, AzuriteInstance instance, string folder, string log, string record, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node");
        string[] arguments =
        [
            "-e", Launcher, "--", log, record, "--require", Tuning, script, "--location", folder,
            "--blobPort", Text(instance.BlobPort), "--queuePort", Text(instance.QueuePort), "--tablePort", Text(instance.TablePort),

            // Longer than a client keeps an idle connection, so that it is never closed under a request.
            "--blobKeepAliveTimeout", "120", "--queueKeepAliveTimeout", "120",
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = instance.AccountSetting;
        start.Environment["AZURITE_INSTANCE"] = instance.ToJson();

        var output = new StringBuilder();
        var exit = await ToolProcess.RunAsync(start, line => output.AppendLine(line), cancellation);
        return exit == 0 && int.TryParse(output.ToString(), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new LocalToolException($"Azurite could not be started: {output}");
    }

    /// <summary>True while the process runs and still is the Azurite of this folder.</summary>
    public static bool IsAlive(int processId, string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            // The command line of a process that ended but was not yet collected is empty.
            var commandLine = $"/proc/{processId}/cmdline";
            return File.Exists(commandLine) && ReadCommandLine(commandLine).Contains(folder, StringComparison.Ordinal);
        }

        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited && process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Asks it to write its state and end.</summary>
    public static void Terminate(int processId)
    {
        if (OperatingSystem.IsWindows())
            Kill(processId);
        else
            SignalGroup(processId, SigTerm);
    }

    /// <summary>Ends it, and what it started, at once.</summary>
    public static void Kill(int processId)
    {
        if (OperatingSystem.IsWindows())
        {
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
        }
        else
        {
            SignalGroup(processId, SigKill);
        }
    }

    // A failure means that it has gone already.
    private static void SignalGroup(int processId, int signal) => _ = NativeKill(-processId, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int process, int signal);

    private static string ReadCommandLine(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // It ended between the two looks.
            return "";
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
