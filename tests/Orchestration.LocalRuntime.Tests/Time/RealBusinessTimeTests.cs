using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Time;

public sealed class RealBusinessTimeTests : IDisposable
{
    private readonly ManualTimeProvider _system = new(TestEngine.Begin);
    private readonly TempFolder _folder = new();

    [Fact]
    public void GetUtcNow_SystemClockGoesBack_StandsUntilItCatchesUp()
    {
        var time = new RealBusinessTime(_system);
        Assert.Equal(TestEngine.Begin, time.GetUtcNow());

        _system.Advance(TimeSpan.FromHours(-1));
        Assert.Equal(TestEngine.Begin, time.GetUtcNow());

        _system.Advance(TimeSpan.FromHours(2));
        Assert.Equal(TestEngine.Begin.AddHours(1), time.GetUtcNow());
    }

    [Fact]
    public async Task WaitUntil_MonthsAhead_ReallyWaits()
    {
        var time = new RealBusinessTime(_system);
        var waiting = time.WaitUntilAsync(TestEngine.Begin.AddDays(100), CancellationToken.None);

        for (var day = 0; day < 100; day++)
        {
            Assert.False(waiting.IsCompleted);
            _system.Advance(TimeSpan.FromDays(1));
        }

        using var hold = await waiting.WaitAsync(TestEngine.Patience);
        Assert.False(time.Skips);
    }

    [Fact]
    public async Task WaitUntil_Cancelled_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = new RealBusinessTime(_system).WaitUntilAsync(TestEngine.Begin.AddDays(1), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Engine_InRealTime_FiresTimersWhenTheyAreDue()
    {
        await using var engine = await OpenAsync();
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main");
        await engine.Client.WaitForInstanceStartAsync(id);
        await WakesUpInAsync(10);

        _system.Advance(TimeSpan.FromHours(9));
        Assert.True((await engine.Client.GetInstanceAsync(id))!.IsRunning);
        _system.Advance(TimeSpan.FromHours(1));

        var completed = await engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(TestEngine.Patience);
        Assert.Equal(TestEngine.Begin.AddHours(10).UtcDateTime, completed.ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Engine_TimerBecameDueWhileStopped_FiresAtTheStart()
    {
        await using (var engine = await OpenAsync())
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main", new StartOrchestrationOptions("one"));
            await engine.Client.WaitForInstanceStartAsync("one");
            await engine.StopAsync(CancellationToken.None);
        }

        _system.Advance(TimeSpan.FromDays(1));

        await using var again = await OpenAsync();
        Assert.True((await again.Client.WaitForInstanceCompletionAsync("one").WaitAsync(TestEngine.Patience)).IsCompleted);
    }

    [Fact]
    public async Task Engine_EarlierTimerCreatedLater_MovesTheWakeUp()
    {
        await using var engine = await OpenAsync();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Main");
        await WakesUpInAsync(10);

        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Main", new StartOrchestrationOptions("early", TestEngine.Begin.AddHours(1)));
        await WakesUpInAsync(1);

        _system.Advance(TimeSpan.FromHours(1));
        await engine.Client.WaitForInstanceStartAsync("early").WaitAsync(TestEngine.Patience);
        await WakesUpInAsync(9);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DurableEngine> OpenAsync()
    {
        var registry = new TaskRegistry();
        registry.Orchestrator("Main", async context =>
        {
            await context.CreateTimer(TimeSpan.FromHours(10), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        var engine = await DurableEngine.OpenAsync(
            new DurableEngineOptions { DataFolder = _folder.Path }, registry, new RealBusinessTime(_system), NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        return engine;
    }

    /// <summary>The wake-up is set on the engine's own thread, just after what a client sees.</summary>
    private Task WakesUpInAsync(int hours) => Eventually.TrueAsync(() => _system.NextWakeUp == TimeSpan.FromHours(hours));
}
