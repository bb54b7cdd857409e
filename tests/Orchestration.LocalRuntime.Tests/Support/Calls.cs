using System.Threading.Channels;

namespace Orchestration.LocalRuntime.Tests.Support;

/// <summary>What functions under test report, in order.</summary>
public sealed class Calls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

    public void Add(string call) => Assert.True(_calls.Writer.TryWrite(call));

    /// <summary>Waits for the next one.</summary>
    public async Task<string> NextAsync() => await _calls.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var calls = new List<string>();
        while (calls.Count < count)
            calls.Add(await NextAsync());
        return calls;
    }

    /// <summary>Fails when something was reported that nobody has read.</summary>
    public void AssertNoMore() => Assert.False(_calls.Reader.TryRead(out var call), call);
}

/// <summary>Waits for conditions that nothing announces.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
    }

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));
}
