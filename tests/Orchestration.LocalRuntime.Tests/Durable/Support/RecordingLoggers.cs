using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>Keeps every message, with its category.</summary>
public sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _messages;
    private readonly string _category;

    public RecordingLoggers()
        : this(new ConcurrentQueue<string>(), "")
    {
    }

    private RecordingLoggers(ConcurrentQueue<string> messages, string category)
    {
        _messages = messages;
        _category = category;
    }

    public IReadOnlyList<string> Messages => [.. _messages];

    public IEnumerable<string> Of(string category) => Messages.Where(message => message.StartsWith(category + ": ", StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new RecordingLoggers(_messages, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _messages.Enqueue($"{_category}: {formatter(state, exception)}{(exception is null ? "" : $" ({exception.Message})")}");

    public void Dispose()
    {
    }
}
