using Microsoft.Extensions.Logging;

namespace Orchestration.LocalRuntime.Functions.Polling;

/// <summary>Looks for work again and again: often while there is some, less and less while there is none.</summary>
/// <param name="look">One look; true when it found something.</param>
/// <param name="paces">How long to pause.</param>
/// <param name="time">Paces the looks.</param>
/// <param name="logger">Told when a look fails.</param>
internal sealed class PollingLoop(Func<CancellationToken, Task<bool>> look, PollingPaces paces, TimeProvider time, ILogger logger)
    : IDisposable
{
    // However often it is woken: work that waits for its time must not be looked at without a pause.
    private static readonly TimeSpan LeastAfterWaking = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stopping = new();
    private TaskCompletionSource _wake = NewSignal();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Ends the present pause at once.</summary>
    public void Wake() => Volatile.Read(ref _wake).TrySetResult();

    /// <summary>No look begins any more; waits for the present one.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync()
    {
        var pause = paces.AfterSomething;
        while (!_stopping.IsCancellationRequested)
        {
            Volatile.Write(ref _wake, NewSignal());
            pause = await LookAsync() switch
            {
                true => paces.AfterSomething,
                false => paces.Next(pause),
                null => paces.Longest,
            };
            if (pause > TimeSpan.Zero)
                await PauseAsync(pause);
        }
    }

    /// <returns>Null when it failed: the storage may be away for a moment.</returns>
    private async Task<bool?> LookAsync()
    {
        try
        {
            return await look(_stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error)
        {
            logger.LogWarning(error, "Looking for work failed; trying again in {Pause}", paces.Longest);
            return null;
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var least = Task.Delay(pause < LeastAfterWaking ? pause : LeastAfterWaking, time, ended.Token);
        var whole = Task.Delay(pause, time, ended.Token);
        await Task.WhenAny(whole, Task.WhenAll(least, Volatile.Read(ref _wake).Task));
        await ended.CancelAsync();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Pauses of a <see cref="PollingLoop"/>.</summary>
/// <param name="AfterSomething">When the last look found something.</param>
/// <param name="Shortest">When it is the first that did not.</param>
/// <param name="Longest">The pause doubles up to this.</param>
internal sealed record PollingPaces(TimeSpan AfterSomething, TimeSpan Shortest, TimeSpan Longest)
{
    public TimeSpan Next(TimeSpan pause)
    {
        var next = pause < Shortest ? Shortest : pause * 2;
        return next < Longest ? next : Longest;
    }
}
