using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>A failure that crossed a durable boundary: the exception's full type name, message and stack, and its inner failure.</summary>
public record class TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    /// <summary>True when a retry cannot help, for example when no such activity exists.</summary>
    internal bool IsNonRetriable { get; init; }

    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var inner = exception is TaskFailedException failed
            ? failed.FailureDetails
            : exception.InnerException is { } cause ? FromException(cause) : null;
        return new TaskFailureDetails(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    /// <summary>True when the failure's type is <typeparamref name="T"/> or derives from it; false when its type is not loaded.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <inheritdoc cref="IsCausedBy{T}"/>
    /// <exception cref="ArgumentException">The type is not an exception.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies have an exception of the failure's type name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception.", nameof(targetBaseExceptionType));
        }

        return FindErrorType(targetBaseExceptionType.Assembly) is { } type && targetBaseExceptionType.IsAssignableFrom(type);
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private Type? FindErrorType(Assembly likely)
    {
        if (string.IsNullOrEmpty(ErrorType))
        {
            return null;
        }

        return Type.GetType(ErrorType, throwOnError: false)
            ?? likely.GetType(ErrorType, throwOnError: false)
            ?? FindInLoadedAssemblies();
    }

    private Type? FindInLoadedAssemblies()
    {
        var types = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType, throwOnError: false))
            .OfType<Type>()
            .ToList();
        return types.Count <= 1
            ? types.FirstOrDefault()
            : throw new AmbiguousMatchException($"Several loaded assemblies have an exception named '{ErrorType}'.");
    }
}
