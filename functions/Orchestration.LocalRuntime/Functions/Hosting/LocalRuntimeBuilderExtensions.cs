using Microsoft.Azure.Functions.Worker.Builder;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>What an app can say to the local runtime alone.</summary>
public static class LocalRuntimeBuilderExtensions
{
    /// <summary>Changes options after configuration was read; the last call wins.</summary>
    public static FunctionsApplicationBuilder UseLocalRuntime(
        this FunctionsApplicationBuilder builder, Action<LocalRuntimeOptions> configure)
    {
        builder.Definition.Options.Add(configure);
        return builder;
    }
}
