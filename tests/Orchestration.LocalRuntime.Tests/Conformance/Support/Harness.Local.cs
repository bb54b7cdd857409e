using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Starts the engines of this flavour: ours.</summary>
public static class Harness
{
    public static IReadOnlyList<Engine> Engines { get; } = [Engine.Live, Engine.Replayed];

    public static async Task<IDurableHarness> StartAsync(Engine engine, Action<IFunctions> register, ILoggerFactory? loggers = null)
    {
        var mode = engine == Engine.Live ? EngineMode.Live : EngineMode.Replayed;
        return new LocalHarness(await TestEngine.StartAsync(mode, registry => register(new LocalFunctions(registry)), loggers: loggers));
    }
}
