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

        // A provider may wait, or start a thread or a timer. None of that is the orchestrator's doing: it must neither inherit its
        // context nor be taken for its wait.
        var orchestrator = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        using var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(orchestrator);
        }
    }
}
