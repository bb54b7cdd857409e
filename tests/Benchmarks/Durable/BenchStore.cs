using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.Benchmarks.Durable;

/// <summary>The folder of a store, and the engines opened on it one after the other; with the engine's normal settings.</summary>
internal sealed class BenchStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bench-durable-").FullName;

    public double Megabytes => new DirectoryInfo(_folder).EnumerateFiles().Sum(file => file.Length) / 1e6;

    public Task<DurableEngine> OpenAsync() => OpenAsync(new TaskRegistry());

    public async Task<DurableEngine> OpenAsync(TaskRegistry registry)
    {
        var engine = await DurableEngine.OpenAsync(
            new DurableEngineOptions { DataFolder = _folder }, registry, new RealBusinessTime(TimeProvider.System), NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        return engine;
    }

    /// <summary>The store as a process leaves it that is killed now, with what SQLite has not yet moved from its log.</summary>
    public BenchStore CopyAsKilled()
    {
        var copy = new BenchStore();
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy._folder, Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static async Task CompleteAsync(DurableEngine engine, string instanceId)
    {
        var end = await engine.Client.WaitForInstanceCompletionAsync(instanceId);
        if (end.RuntimeStatus != OrchestrationRuntimeStatus.Completed)
        {
            throw new InvalidOperationException($"A benchmark measured what does not work: {end}");
        }
    }
}
