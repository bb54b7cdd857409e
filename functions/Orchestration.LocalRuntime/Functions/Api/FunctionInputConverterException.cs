namespace Microsoft.Azure.Functions.Worker;

/// <summary>An invocation failed.</summary>
public class FunctionWorkerException(string? message, Exception? innerException) : Exception(message, innerException)
{
    public FunctionWorkerException(string? message)
        : this(message, null)
    {
    }
}

/// <summary>What came with the trigger does not fit a parameter.</summary>
public class FunctionInputConverterException(string? message, Exception? innerException)
    : FunctionWorkerException(message, innerException)
{
    public FunctionInputConverterException(string? message)
        : this(message, null)
    {
    }
}
