using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Time;

public class SkippingBusinessTimeTests
{
    private static readonly DateTimeOffset Begin = TestEngine.Begin;

    private readonly SkippingBusinessTime _time = new(Begin);

    [Fact]
    public void GetUtcNow_NoEngineOpened_SaysSo() => Assert.Throws<InvalidOperationException>(() => _time.GetUtcNow());

    [Fact]
    public void CreateTimer_Always_SaysWhatToUseInstead()
    {
        var refused = Assert.Throws<NotSupportedException>(
            () => _time.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));

        Assert.Contains("WaitUntilAsync", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitUntil_MomentReached_ReturnsAtOnceWithAHold()
    {
        _time.Bind(Begin);

        using (await _time.WaitUntilAsync(Begin, CancellationToken.None))
        {
            Assert.True(((IWorkSource)_time).IsBusy);
        }

        Assert.False(((IWorkSource)_time).IsBusy);
    }

    [Fact]
    public async Task TryMove_ToAWait_WakesItWithAHoldThatKeepsTheClock()
    {
        _time.Bind(Begin);
        var (early, same, late) = (Wait(1), Wait(1), Wait(2));

        Assert.True(Move(1));

        Assert.False(late.IsCompleted);
        Assert.False(Move(2));
        (await early).Dispose();
        Assert.False(Move(2));
        (await same).Dispose();
        Assert.True(Move(2));
        (await late).Dispose();
    }

    [Fact]
    public async Task TryMove_WaitCancelled_LeavesNoHold()
    {
        _time.Bind(Begin);
        using var cancellation = new CancellationTokenSource();
        var cancelled = _time.WaitUntilAsync(Begin.AddHours(1), cancellation.Token);
        var kept = Wait(2);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(Begin.AddHours(2), _time.NextWait());
        Assert.True(Move(2));
        (await kept).Dispose();
        Assert.False(((IWorkSource)_time).IsBusy);
    }

    [Fact]
    public void TryMove_BackOrNowhere_DoesNotMove()
    {
        _time.Bind(Begin);

        Assert.False(Move(0));
        Assert.False(Move(-1));
        Assert.Equal(Begin, _time.GetUtcNow());
    }

    [Fact]
    public void TryMove_StoreFails_DoesNotMove()
    {
        _time.Bind(Begin);
        var waiting = Wait(1);

        Assert.Throws<IOException>(() => _time.TryMove(Begin.AddHours(1), () => true, () => throw new IOException()));

        Assert.Equal(Begin, _time.GetUtcNow());
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void Hold_DisposedTwice_EndsOnce()
    {
        _time.Bind(Begin);
        var (first, second) = (_time.Hold("first"), _time.Hold("second"));
        var epoch = ((IWorkSource)_time).Epoch;

        first.Dispose();
        first.Dispose();

        Assert.Equal(["second"], _time.HoldReasons);
        Assert.False(Move(1));
        second.Dispose();
        Assert.True(Move(1));
        Assert.Equal(epoch, ((IWorkSource)_time).Epoch);
    }

    [Fact]
    public void GetTimestamp_AfterAJump_MeasuresBusinessTime()
    {
        _time.Bind(Begin);
        var before = _time.GetTimestamp();

        Assert.True(Move(5));

        Assert.Equal(TimeSpan.FromHours(5), _time.GetElapsedTime(before));
    }

    private Task<IDisposable> Wait(int hours) => _time.WaitUntilAsync(Begin.AddHours(hours), CancellationToken.None);

    private bool Move(int hours) => _time.TryMove(Begin.AddHours(hours), () => true, () => { });
}
