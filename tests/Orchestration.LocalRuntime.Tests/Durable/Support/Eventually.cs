namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>Waits for what other threads do.</summary>
public static class Eventually
{
    /// <exception cref="OperationCanceledException">It did not come true in time.</exception>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TestEngine.Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), patience.Token);
        }
    }
}
