using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Timers;

/// <summary>Timers on the clock that skips: whole days go by, and no run is jumped over.</summary>
public sealed class TimerTriggerTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2027, 3, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly Calls _calls = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_EveryNight_IsToldWhereTheScheduleStands()
    {
        await using var app = await StartAsync(typeof(Nightly), days: 3);
        await app.Runtime.TimeSkipper!.WhenNothingIsLeftAsync();

        Assert.Equal(
            [
                "at 22T03:00 last 01T00:00 next 22T03:00 updated 22T00:00 past due False",
                "at 23T03:00 last 22T03:00 next 23T03:00 updated 22T03:00 past due False",
                "at 24T03:00 last 23T03:00 next 24T03:00 updated 23T03:00 past due False",
            ],
            await _calls.NextAsync(3));
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Run_BesideADurableTimer_NeitherIsJumpedOver()
    {
        await using var app = await StartAsync(typeof(Nightly), days: 3, also: typeof(Starter));
        await app.Runtime.TimeSkipper!.WhenNothingIsLeftAsync();

        var instance = await app.Runtime.Durable.GetInstanceAsync("two-days");
        Assert.Equal((Start, Start.AddDays(2)), (instance!.CreatedAt, instance.LastUpdatedAt));
        Assert.Equal(["22", "23", "24"], (await _calls.NextAsync(3)).Select(call => call[3..5]));
    }

    [Fact]
    public async Task Run_GoesOn_TimeStandsStill()
    {
        var gate = new Gate();
        await using var app = await StartAsync(typeof(Slow), days: 1, gate: gate);
        await gate.Reached;

        await Eventually.TrueAsync(() => app.Runtime.TimeSkipper!.Obstacle.Contains("timer Slow", StringComparison.Ordinal));
        Assert.Equal(Start.AddHours(6), app.Runtime.Time.GetUtcNow());
        gate.Open();

        await app.Runtime.TimeSkipper!.WhenNothingIsLeftAsync();
        Assert.Equal(Start.AddHours(24), app.Runtime.Time.GetUtcNow());
        Assert.Equal(["slow at 6", "slow at 12", "slow at 18", "slow at 0"], await _calls.NextAsync(4));
    }

    [Fact]
    public async Task Run_Fails_IsLoggedAndTheNextOneComes()
    {
        await using var app = await StartAsync(typeof(Faulty), days: 2);
        await app.Runtime.TimeSkipper!.WhenNothingIsLeftAsync();

        Assert.Equal(["run", "run"], await _calls.NextAsync(2));
        Assert.Equal(2, app.Logs.At(LogLevel.Error).Count(message => message.Contains("the night is too dark", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Start_RunOnStartup_RunsAtOnceAndThenAsPlanned()
    {
        await using var app = await StartAsync(typeof(Eager), days: 1);
        await app.Runtime.TimeSkipper!.WhenNothingIsLeftAsync();

        Assert.Equal(["eager at 0 without status", "eager at 3 without status"], await _calls.NextAsync(2));
        Assert.False(Directory.Exists(_folder.File("timers")));
    }

    [Fact]
    public async Task Start_SkippingWithoutEnd_IsWarnedOf()
    {
        await using var app = await StartAsync(typeof(Nightly), days: null);

        Assert.Contains(app.Logs.At(LogLevel.Warning), message => message.Contains("set SkipTimeUntil", StringComparison.Ordinal));
        await _calls.NextAsync();
    }

    [Fact]
    public async Task Start_StatusFileDamaged_StartsAsForTheFirstTime()
    {
        Directory.CreateDirectory(_folder.File("timers"));
        await File.WriteAllTextAsync(_folder.File("timers/Nightly.json"), "{");

        await using var app = await StartAsync(typeof(Nightly), days: 1);

        Assert.StartsWith("at 22T03:00 last 01T00:00", await _calls.NextAsync(), StringComparison.Ordinal);
        Assert.Contains(app.Logs.At(LogLevel.Warning), message => message.Contains("Nightly.json is damaged", StringComparison.Ordinal));
    }

    private Task<TestApp> StartAsync(Type functions, int? days, Gate? gate = null, Type? also = null) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = also is null ? [functions] : [functions, also],
        Folder = _folder.Path,
        Settings = { ["NightlySchedule"] = "0 0 3 * * *" },
        Configure = builder => builder.Services.AddSingleton(_calls).AddSingleton(gate ?? new Gate()),
        Options = options => (options.SkipTimeFrom, options.SkipTimeUntil) = (Start, days is null ? null : Start.AddDays(days.Value)),
    });

    /// <summary>Holds the first that comes.</summary>
    public sealed class Gate
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Open() => _open.TrySetResult();

        public async Task PassAsync()
        {
            _reached.TrySetResult();
            await _open.Task;
        }
    }

    /// <summary>Begins an orchestration before time can move.</summary>
    public static class Starter
    {
        [Function("Starter")]
        public static Task Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client) =>
            client.ScheduleNewOrchestrationInstanceAsync("TwoDaysOrchestrator", new StartOrchestrationOptions("two-days"));

        [Function("TwoDaysOrchestrator")]
        public static Task TwoDays([OrchestrationTrigger] TaskOrchestrationContext context) =>
            context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
    }

    public sealed class Nightly(Calls calls, BusinessTime time)
    {
        [Function("Nightly")]
        public void Run([TimerTrigger("%NightlySchedule%")] TimerInfo timer)
        {
            var status = timer.ScheduleStatus!;
            calls.Add($"at {time.GetUtcNow():dd'T'HH:mm} last {status.Last:dd'T'HH:mm} next {status.Next:dd'T'HH:mm} updated {status.LastUpdated:dd'T'HH:mm} past due {timer.IsPastDue}");
        }
    }

    public sealed class Slow(Calls calls, Gate gate, BusinessTime time)
    {
        [Function("Slow")]
        public async Task Run([TimerTrigger("06:00:00")] TimerInfo timer)
        {
            await gate.PassAsync();
            calls.Add($"slow at {time.GetUtcNow().Hour}");
        }
    }

    public sealed class Faulty(Calls calls)
    {
        [Function("Faulty")]
        public void Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer)
        {
            calls.Add("run");
            throw new InvalidOperationException("the night is too dark");
        }
    }

    public sealed class Eager(Calls calls, BusinessTime time)
    {
        [Function("Eager")]
        public void Run([TimerTrigger("0 0 3 * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
            calls.Add($"eager at {time.GetUtcNow().Hour} {(timer.ScheduleStatus is null ? "without status" : "with status")}");
    }
}
