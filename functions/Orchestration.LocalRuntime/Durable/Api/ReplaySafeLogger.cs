using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Writes nothing while an orchestration replays.</summary>
internal sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !context.IsReplaying && inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (context.IsReplaying)
        {
            return;
        }

        // A provider may start a thread or a timer of its own; it is not the orchestrator's, so it does not inherit its context.
        using var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        inner.Log(logLevel, eventId, state, exception, formatter);
    }
}
