namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>The store of the durable engine cannot be used; the message says why and what helps.</summary>
public class StoreException : Exception
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Another process has the store open.</summary>
public sealed class StoreInUseException(string message, Exception innerException) : StoreException(message, innerException);

/// <summary>The store is damaged, or is no store.</summary>
public sealed class StoreCorruptedException(string message, Exception innerException) : StoreException(message, innerException);
