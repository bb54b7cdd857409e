using System.Diagnostics;
using Orchestration.Local;
using Orchestration.Local.Demo;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>The demo as its own process, which a test can kill.</summary>
internal sealed class DemoProcess(string folder, int people, int orders = 0)
{
    private const int Killed = 137;

    /// <summary>True when it came to its end, even if it was killed after that.</summary>
    public bool IsFinished => DemoRun.IsFinished(folder);

    /// <summary>Goes on to the end. What is finished stays as it is: one more run would begin anew, with other secrets and so with other links.</summary>
    public async Task FinishAsync()
    {
        if (!IsFinished)
            Assert.Equal(0, await RunAsync());
    }

    /// <summary>Runs until it ends, or until a storage request that the policy of <c>--kill</c> chooses.</summary>
    /// <returns>The exit code; 137 when it was killed.</returns>
    public Task<int> RunAsync(string? kill = null) => RunAsync(kill is null ? [] : ["--kill", kill], null);

    /// <summary>Kills it after a while, if it has not ended.</summary>
    public Task<int> RunForAsync(TimeSpan time) => RunAsync([], time);

    public static bool WasKilled(int exitCode) => exitCode == Killed;

    private async Task<int> RunAsync(string[] more, TimeSpan? time)
    {
        var program = typeof(LocalApp).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program, "demo", "--folder", folder, "--people", $"{people}", "--orders", $"{orders}", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(time ?? TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            Assert.True(time is not null, $"The demo did not end:\n{await output}\n{await errors}");
        }

        Assert.True(process.ExitCode is 0 or Killed, $"The demo ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return process.ExitCode;
    }
}
