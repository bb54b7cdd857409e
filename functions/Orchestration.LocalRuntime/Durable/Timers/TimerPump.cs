using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Instances;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Durable.Storage.Tables;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Durable.Timers;

/// <summary>
/// Delivers timers when they are due. Timers stay in the store, ordered by moment; memory holds only how far they were delivered.
/// All but the wake-up belongs to the writer's thread.
/// </summary>
internal sealed class TimerPump(BusinessTime time, InstanceTable instances, TimeProvider systemTime, ILogger logger) : IDisposable
{
    // A timer of the system takes 49 days at most; looking once a day costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private ITimer? _wake;
    private DateTimeOffset? _next;

    /// <summary>The moment up to which timers were delivered, in UTC ticks.</summary>
    public long DeliveredUntil { get; private set; } = long.MinValue;

    /// <summary>Delivers what is due, and from now on what becomes due. A clock that skips needs no wake-up: it says when it jumps.</summary>
    public void Start(StoreSession store, StoreWriter writer)
    {
        if (!time.Skips)
        {
            _wake = time.CreateTimer(_ => _ = WakeAsync(writer), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Deliver(store, time.GetUtcNow());
    }

    /// <summary>Delivers every timer up to a moment that was not delivered yet.</summary>
    /// <returns>The moment of the next one.</returns>
    public DateTimeOffset? Deliver(StoreSession store, DateTimeOffset until)
    {
        foreach (var (instance, task) in store.Timers.Due(DeliveredUntil, until.UtcTicks))
        {
            Arrival arrival = task == TimersTable.StartTask ? new Started(store.Instances.Input(instance)) : new TimerFired(task);
            instances.Post(instance, new Letter(arrival, LetterRow.Timer, task));
        }

        DeliveredUntil = Math.Max(DeliveredUntil, until.UtcTicks);
        _next = store.Timers.Next(DeliveredUntil);
        Sleep();
        return _next;
    }

    /// <summary>Takes note of a new timer. Its letter goes at once when its moment was already delivered.</summary>
    public void Add(long instance, Letter letter, DateTimeOffset fireAt)
    {
        if (fireAt.UtcTicks <= DeliveredUntil)
        {
            instances.Post(instance, letter);
        }
        else if (_next is null || fireAt < _next)
        {
            _next = fireAt;
            Sleep();
        }
    }

    public void Dispose() => _wake?.Dispose();

    private async Task WakeAsync(StoreWriter writer)
    {
        while (true)
        {
            try
            {
                await writer.RunAsync(store => Deliver(store, time.GetUtcNow()));
                return;
            }
            catch (ObjectDisposedException)
            {
                // The engine stops; the next start delivers.
                return;
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "Timers could not be read; they are tried again.");
                await Task.Delay(RetryDelay, systemTime);
            }
        }
    }

    private void Sleep()
    {
        if (_wake is not null && _next is { } next)
        {
            var wait = next - time.GetUtcNow();
            _wake.Change(
                wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestSleep ? LongestSleep : wait, Timeout.InfiniteTimeSpan);
        }
    }
}
