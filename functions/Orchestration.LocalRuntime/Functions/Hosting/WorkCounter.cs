namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>Counts pieces of work in flight, for an <see cref="Time.IWorkSource"/>.</summary>
internal sealed class WorkCounter
{
    private long _epoch;
    private int _inFlight;

    public long Epoch => Interlocked.Read(ref _epoch);

    public bool IsBusy => Volatile.Read(ref _inFlight) > 0;

    /// <summary>A piece of work begins; it ends when the result is disposed.</summary>
    public IDisposable Begin()
    {
        // On both sides: whichever of the two somebody reads first, work that begins in between does not escape.
        Interlocked.Increment(ref _epoch);
        Interlocked.Increment(ref _inFlight);
        Interlocked.Increment(ref _epoch);
        return new Work(this);
    }

    private sealed class Work(WorkCounter counter) : IDisposable
    {
        private WorkCounter? _counter = counter;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _counter, null) is { } running)
                Interlocked.Decrement(ref running._inFlight);
        }
    }
}
