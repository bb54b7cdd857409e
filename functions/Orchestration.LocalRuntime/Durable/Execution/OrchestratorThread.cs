using System.Diagnostics;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>
/// Runs one orchestrator on one thread at a time and catches what would not replay: continuations that come from elsewhere,
/// threads that the orchestrator starts, waits that block.
/// </summary>
internal sealed class OrchestratorThread : SynchronizationContext
{
    private const string Advice =
        "An orchestrator awaits only what its context gives, on its own thread: no Task.Run, Task.Delay, I/O, ConfigureAwait(false), "
        + ".Result or .Wait(). Do such work in an activity.";

    // Started threads and tasks inherit the execution context, and so tell when they begin to run.
    private static readonly AsyncLocal<OrchestratorThread?> Inherited = new(OnInherited);

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();
    private readonly Action<InvalidOperationException> _onViolation;
    private InvalidOperationException? _violation;
    private int _owner;

    /// <param name="onViolation">Called at most once, on any thread, when the orchestrator is not running.</param>
    public OrchestratorThread(Action<InvalidOperationException> onViolation)
    {
        _onViolation = onViolation;
        SetWaitNotificationRequired();
    }

    /// <summary>The first rule that the orchestrator broke, if it did.</summary>
    public InvalidOperationException? Violation => Volatile.Read(ref _violation);

    /// <summary>Runs something and all that it leads to, here and now.</summary>
    public void Run(Action action)
    {
        var previous = Current;
        Volatile.Write(ref _owner, Environment.CurrentManagedThreadId);
        Inherited.Value = this;
        SetSynchronizationContext(this);
        try
        {
            action();
            RunPosted();
        }
        finally
        {
            SetSynchronizationContext(previous);
            Volatile.Write(ref _owner, 0);
            Inherited.Value = null;
        }
    }

    public void RunPosted()
    {
        while (_posted.TryDequeue(out var work))
        {
            work.Callback(work.State);
        }
    }

    public void NoteCompletion()
    {
        if (!IsHere)
        {
            Violate("The orchestrator returned on another thread.");
        }
    }

    /// <exception cref="InvalidOperationException">The caller is not on the orchestrator's thread.</exception>
    public void Verify()
    {
        if (!IsHere)
        {
            throw Violate("The orchestrator used its context from another thread.");
        }
    }

    public InvalidOperationException Violate(string what)
    {
        var violation = new InvalidOperationException($"{what} {Advice}");
        if (Interlocked.CompareExchange(ref _violation, violation, null) is null && !IsHere)
        {
            _onViolation(violation);
        }

        return violation;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsHere)
        {
            _posted.Enqueue((d, state));
        }
        else
        {
            Violate("The orchestrator awaited something that is not durable, and it completed on another thread.");
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        Verify();
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        if (IsHere && !IsLock(new StackTrace(1, fNeedFileInfo: false)))
        {
            throw Violate("The orchestrator blocked its thread to wait for something.");
        }

        return base.Wait(waitHandles, waitAll, millisecondsTimeout);
    }

    private bool IsHere => Volatile.Read(ref _owner) == Environment.CurrentManagedThreadId;

    /// <summary>A contended lock waits too, briefly, inside libraries that know nothing of orchestrators.</summary>
    private static bool IsLock(StackTrace trace) => trace.GetFrames().Take(2).Any(frame =>
        frame.GetMethod() is { } method
        && (method.DeclaringType == typeof(Lock)
            || (method.DeclaringType == typeof(Monitor) && method.Name.Contains("Enter", StringComparison.Ordinal))));

    private static void OnInherited(AsyncLocalValueChangedArgs<OrchestratorThread?> args)
    {
        if (args.ThreadContextChanged && args.CurrentValue is { IsHere: false } thread)
        {
            thread.Violate("The orchestrator started work on another thread.");
        }
    }
}
