namespace DurableTask.Core;

/// <summary>What went wrong in an activity or a child orchestration.</summary>
/// <param name="errorType">Full name of the exception's type.</param>
/// <param name="errorMessage">Of the exception.</param>
/// <param name="stackTrace">Null when it is not known.</param>
/// <param name="innerFailure">The failure that caused this one.</param>
/// <param name="isNonRetriable">Whether no retry could help.</param>
public class FailureDetails(string errorType, string errorMessage, string? stackTrace, FailureDetails? innerFailure, bool isNonRetriable)
{
    public string ErrorType { get; } = errorType;

    public string ErrorMessage { get; } = errorMessage;

    public string? StackTrace { get; } = stackTrace;

    public FailureDetails? InnerFailure { get; } = innerFailure;

    public bool IsNonRetriable { get; } = isNonRetriable;
}
