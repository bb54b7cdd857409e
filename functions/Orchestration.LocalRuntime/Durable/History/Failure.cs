using DurableTask.Core;
using Microsoft.DurableTask;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>A failure as it is stored.</summary>
internal sealed record Failure(string Type, string Message, string? StackTrace = null, Failure? Inner = null, bool NonRetriable = false)
{
    public static Failure From(Exception exception) => From(TaskFailureDetails.FromException(exception));

    public static Failure From(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is { } inner ? From(inner) : null,
        details.IsNonRetriable);

    public TaskFailureDetails ToDetails() =>
        new(Type, Message, StackTrace, Inner?.ToDetails(), null) { IsNonRetriable = NonRetriable };

    /// <summary>As a history shows it.</summary>
    public FailureDetails ToCore() => new(Type, Message, StackTrace, Inner?.ToCore(), NonRetriable);

    public override string ToString() => $"{Type}: {Message}";
}
