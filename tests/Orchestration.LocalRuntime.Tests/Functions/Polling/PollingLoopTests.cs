using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Tests.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Polling;

public sealed class PollingLoopTests
{
    private static readonly PollingPaces Quick = new(TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));
    private static readonly PollingPaces Asleep = new(TimeSpan.FromHours(1), TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    [Fact]
    public void Next_NothingFound_DoublesUpToTheLongest()
    {
        var paces = new PollingPaces(TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));

        var pauses = new List<double>();
        for (var pause = paces.AfterSomething; pauses.Count < 5;)
            pauses.Add((pause = paces.Next(pause)).TotalMilliseconds);

        Assert.Equal([100, 200, 400, 500, 500], pauses);
    }

    [Fact]
    public async Task Start_IdleThenBusy_IsQuietThenQuickAgain()
    {
        var calls = new Calls();
        var time = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var looks = 0;
        using var loop = new PollingLoop(
            _ =>
            {
                calls.Add($"{(time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds}");
                return Task.FromResult(++looks == 4);
            },
            new PollingPaces(TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300)),
            time,
            new RecordingLoggers());

        loop.Start();
        foreach (var pause in new[] { 100, 200, 300 })
            await PassAsync(time, TimeSpan.FromMilliseconds(pause));

        // The fourth look finds something: the fifth follows without a pause, and the pauses begin anew.
        await PassAsync(time, TimeSpan.FromMilliseconds(100));
        Assert.Equal(["0", "100", "300", "600", "600", "700"], await calls.NextAsync(6));
        await loop.StopAsync();
    }

    [Fact]
    public async Task Start_LookFails_IsLoggedAndLooksAgain()
    {
        var logs = new RecordingLoggers();
        var calls = new Calls();
        var looks = 0;
        using var loop = new PollingLoop(
            _ =>
            {
                if (++looks == 1)
                    throw new HttpRequestException("the storage is away");
                calls.Add($"look {looks}");
                return Task.FromResult(false);
            },
            Quick,
            TimeProvider.System,
            logs);

        loop.Start();

        Assert.Equal("look 2", await calls.NextAsync());
        Assert.Contains("the storage is away", Assert.Single(logs.At(LogLevel.Warning)), StringComparison.Ordinal);
        await loop.StopAsync();
    }

    [Fact]
    public async Task Wake_DuringALongPause_LooksAtOnce()
    {
        var calls = new Calls();
        using var loop = new PollingLoop(
            _ =>
            {
                calls.Add("look");
                return Task.FromResult(false);
            },
            Asleep,
            TimeProvider.System,
            new RecordingLoggers());
        loop.Start();
        await calls.NextAsync();

        loop.Wake();

        Assert.Equal("look", await calls.NextAsync());
        await loop.StopAsync();
    }

    [Fact]
    public async Task StopAsync_DuringALongPause_EndsAtOnce()
    {
        var calls = new Calls();
        using var loop = new PollingLoop(
            _ =>
            {
                calls.Add("look");
                return Task.FromResult(false);
            },
            Asleep,
            TimeProvider.System,
            new RecordingLoggers());
        loop.Start();
        await calls.NextAsync();

        await loop.StopAsync();

        calls.AssertNoMore();
    }

    /// <summary>Moves the clock over a pause, once the loop has begun it: first its least part, during which nothing wakes it.</summary>
    private static async Task PassAsync(ManualTimeProvider time, TimeSpan pause)
    {
        var least = TimeSpan.FromMilliseconds(20);
        await Eventually.TrueAsync(() => time.NextWakeUp == least);
        time.Advance(least);
        await Eventually.TrueAsync(() => time.NextWakeUp == pause - least);
        time.Advance(pause - least);
    }
}
