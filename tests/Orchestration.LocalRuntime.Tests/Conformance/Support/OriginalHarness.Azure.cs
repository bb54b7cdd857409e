using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Microsoft.DurableTask on its in-process test host. Its clock is the machine's.</summary>
internal sealed class OriginalHarness(DurableTaskTestHost host) : IDurableHarness
{
    // The host takes as many work items at a time as the process declares processors, and looks for a free place every 500 ms.
    private const int EnoughProcessors = 256;

    private static readonly JsonDataConverter Converter = new(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public DurableTaskClient Client => host.Client;

    public static async Task<IDurableHarness> StartAsync(Action<IFunctions> register, ILoggerFactory? loggers)
    {
        Assert.True(Environment.ProcessorCount >= EnoughProcessors, "Set DOTNET_PROCESSOR_COUNT=1024.");
        var options = new DurableTaskTestHostOptions
        {
            Port = FreePort(),
            LoggerFactory = loggers,
            ConfigureServices = services =>
            {
                services.Configure<DurableTaskWorkerOptions>(worker => worker.DataConverter = Converter);
                services.Configure<DurableTaskClientOptions>(client => client.DataConverter = Converter);
            },
        };
        return new OriginalHarness(await DurableTaskTestHost.StartAsync(registry => register(new OriginalFunctions(registry)), options));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

internal sealed class OriginalFunctions(DurableTaskRegistry registry) : IFunctions
{
    public void Orchestrator<TIn, TOut>(string name, Func<TaskOrchestrationContext, TIn, Task<TOut>> run) =>
        registry.AddOrchestratorFunc<TIn, TOut>(name, (context, input) => run(context, input!));

    public void Activity<TIn, TOut>(string name, Func<TIn, Task<TOut>> run) =>
        registry.AddActivityFunc<TIn, TOut>(name, (_, input) => run(input));
}
