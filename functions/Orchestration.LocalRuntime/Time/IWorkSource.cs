namespace Orchestration.LocalRuntime.Time;

/// <summary>
/// A place where work can be in flight or waiting: the durable engine, HTTP requests, a queue, a blob container, holds.
/// Business time may skip only when every source is quiet, inside this process and outside of it.
/// </summary>
public interface IWorkSource
{
    /// <summary>Shown when somebody asks why time does not move.</summary>
    string Name { get; }

    /// <summary>Changes whenever a piece of work begins; never goes back.</summary>
    long Epoch { get; }

    /// <summary>True while a piece of work is in flight in this process.</summary>
    bool IsBusy { get; }

    /// <summary>Looks once at what lies outside the process (queue lengths with the invisible messages, blobs without a receipt).</summary>
    /// <returns>True when unfinished work lies there.</returns>
    Task<bool> HasWaitingWorkAsync(CancellationToken cancellation);
}
