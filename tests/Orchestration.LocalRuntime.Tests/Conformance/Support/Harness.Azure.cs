using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Starts the engine of this flavour: the original.</summary>
public static class Harness
{
    public static IReadOnlyList<Engine> Engines { get; } = [Engine.Original];

    public static Task<IDurableHarness> StartAsync(Engine engine, Action<IFunctions> register, ILoggerFactory? loggers = null) =>
        OriginalHarness.StartAsync(register, loggers);
}
