using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>What every listener needs.</summary>
internal sealed record ListenerServices(
    string Application,
    FunctionInvoker Invoker,
    StorageConnections Connections,
    HostSettings Settings,
    LocalRuntimeOptions Options,
    ILoggerFactory Loggers)
{
    /// <summary>The category that Azure gives a function's messages.</summary>
    public ILogger LoggerOf(IndexedFunction function) => Loggers.CreateLogger($"Function.{function.Name}");
}
