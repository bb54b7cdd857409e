using System.ComponentModel;
using System.Diagnostics;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>Runs a console tool to its end.</summary>
internal static class ToolProcess
{
    /// <param name="start">The tool; its output is redirected here.</param>
    /// <param name="onLine">Gets each line of output and of errors as it comes.</param>
    /// <param name="cancellation">Kills the tool.</param>
    /// <returns>The exit code, or null when there is no such tool.</returns>
    public static async Task<int?> RunAsync(ProcessStartInfo start, Action<string> onLine, CancellationToken cancellation)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;

        void Pass(string? line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                onLine(line);
        }
    }
}
