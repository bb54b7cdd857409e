using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>
/// The external events of one orchestration. Events of one name are read in the order in which they came; the most recent wait
/// gets the first of them, so that a wait that the orchestrator gave up does not swallow an event.
/// </summary>
internal sealed class EventInbox(PayloadSerializer payloads)
{
    private readonly Dictionary<string, Stack<IWait>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<(long Order, EventRaised Raised)>> _unread = new(StringComparer.OrdinalIgnoreCase);
    private long _order;

    private interface IWait
    {
        Type Type { get; }

        bool IsOver { get; }

        void Complete(EventRaised raised);
    }

    public bool HasWaits => _waits.Values.Any(stack => stack.Any(wait => !wait.IsOver));

    /// <exception cref="ArgumentException">Another wait for events of this name expects another type.</exception>
    public Task<T> Wait<T>(string name, Action verify, CancellationToken cancellation)
    {
        var wait = new EventWait<T>(payloads, name);
        if (_unread.TryGetValue(name, out var events))
        {
            wait.Complete(events.Dequeue().Raised);
            if (events.Count == 0)
            {
                _unread.Remove(name);
            }
        }
        else if (cancellation.IsCancellationRequested)
        {
            wait.Cancel(cancellation);
        }
        else
        {
            Push(name, wait);
            wait.CancelWith(verify, cancellation);
        }

        return wait.Task;
    }

    public void Deliver(EventRaised raised)
    {
        if (_waits.TryGetValue(raised.Name, out var stack))
        {
            while (stack.TryPop(out var wait))
            {
                if (!wait.IsOver)
                {
                    wait.Complete(raised);
                    return;
                }
            }
        }

        Keep(raised);
    }

    public void Keep(EventRaised raised)
    {
        if (!_unread.TryGetValue(raised.Name, out var events))
        {
            _unread[raised.Name] = events = new Queue<(long, EventRaised)>();
        }

        events.Enqueue((_order++, raised));
    }

    /// <summary>Empties the inbox of what nobody read, in the order of arrival.</summary>
    public IReadOnlyList<EventRaised> TakeUnread()
    {
        EventRaised[] unread = [.. _unread.Values.SelectMany(events => events).OrderBy(entry => entry.Order).Select(entry => entry.Raised)];
        _unread.Clear();
        return unread;
    }

    private void Push(string name, IWait wait)
    {
        if (!_waits.TryGetValue(name, out var stack))
        {
            _waits[name] = stack = new Stack<IWait>();
        }

        while (stack.TryPeek(out var top) && top.IsOver)
        {
            stack.Pop();
        }

        if (stack.TryPeek(out var other) && other.Type != wait.Type)
        {
            throw new ArgumentException($"Waits for event '{name}' disagree on its type: {other.Type.FullName} and {wait.Type.FullName}.");
        }

        stack.Push(wait);
    }

    private sealed class EventWait<T>(PayloadSerializer payloads, string name) : TaskCompletionSource<T>, IWait
    {
        private CancellationTokenRegistration _registration;

        public Type Type => typeof(T);

        public bool IsOver => Task.IsCompleted;

        public void CancelWith(Action verify, CancellationToken cancellation) => _registration = cancellation.UnsafeRegister(
            _ =>
            {
                verify();
                Cancel(cancellation);
            },
            null);

        public void Cancel(CancellationToken cancellation) => TrySetCanceled(cancellation);

        public void Complete(EventRaised raised)
        {
            _registration.Dispose();
            try
            {
                SetResult(payloads.Deserialize<T>(raised.Payload, $"The payload of event '{name}'")!);
            }
            catch (Exception exception)
            {
                // Whatever the application's converters throw belongs to whoever awaits the event.
                SetException(exception);
            }
        }
    }
}
