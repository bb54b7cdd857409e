using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Keeps what is logged, by category.</summary>
public sealed class KeptMessages : ILoggerFactory
{
    private readonly ConcurrentQueue<(string Category, string Message)> _messages = new();

    public IEnumerable<string> Of(string category) =>
        _messages.Where(entry => entry.Category == category).Select(entry => entry.Message);

    public ILogger CreateLogger(string categoryName) => new Category(_messages, categoryName);

    public void AddProvider(ILoggerProvider provider)
    {
        // Nothing else hears these messages.
    }

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<(string Category, string Message)> messages, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            messages.Enqueue((name, formatter(state, exception)));
    }
}
