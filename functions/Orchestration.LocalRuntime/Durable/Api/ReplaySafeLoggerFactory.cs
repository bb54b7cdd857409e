using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Makes loggers that are silent while an orchestration replays.</summary>
internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, ILoggerFactory inner) : ILoggerFactory
{
    public ILoggerFactory Inner => inner;

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Providers are added to the application's logger factory, not to an orchestration's.");

    public void Dispose()
    {
        // The application owns the inner factory.
    }
}

internal static class ReplaySafe
{
    /// <summary>A context that wraps another one hands out its replay-safe factory; wrapping that twice would only cost time.</summary>
    public static ILoggerFactory Unwrap(ILoggerFactory factory)
    {
        while (factory is ReplaySafeLoggerFactory wrapped)
        {
            factory = wrapped.Inner;
        }

        return factory;
    }
}
