using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Tests.Support;

/// <summary>What a <see cref="ChildProcess"/> does; the test runner does not come here.</summary>
public static class Program
{
    public static async Task Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["azurite", var folder]:
                var options = new AzuriteOptions { Folder = folder, BlobPort = 0, QueuePort = 0, TablePort = 0 };
                var azurite = await Azurite.StartAsync(options, TimeProvider.System, NullLogger.Instance);
                Console.WriteLine(azurite.ProcessId);
                await Task.Delay(Timeout.Infinite);
                break;
            case ["app", var folder]:
                await using (await KillableApp.StartAsync(folder))
                    await Task.Delay(Timeout.Infinite);
                break;
            case ["node"]:
                Console.WriteLine(await Record.ExceptionAsync(() => Node.RequireAsync(CancellationToken.None)));
                break;
            default:
                throw new ArgumentException($"Unknown role: {string.Join(' ', arguments)}");
        }
    }
}
