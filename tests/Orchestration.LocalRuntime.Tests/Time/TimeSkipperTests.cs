using System.Collections.Concurrent;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Time;

public class TimeSkipperTests
{
    private static readonly DateTimeOffset Begin = TestEngine.Begin;

    private readonly FakeWorkSource _source = new();

    [Fact]
    public async Task ActivityRuns_TimeStands()
    {
        var (started, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var engine = await StartAsync(registry =>
        {
            registry.ActivityAsync<int, int>("Slow", async (value, _) =>
            {
                started.SetResult();
                await release.Task;
                return value;
            });
            registry.Orchestrator("Slow", async context =>
            {
                await context.CallActivityAsync<int>("Slow", 1);
                return context.CurrentUtcDateTime;
            });
        });
        var slow = await engine.ScheduleAsync("Slow");
        await started.Task.WaitAsync(TestEngine.Patience);
        var timer = await engine.ScheduleAsync("Timer", 1);
        await engine.Client.WaitForInstanceStartAsync(timer);
        await LookSeveralTimesAsync(engine);

        Assert.Equal(Begin, engine.Time.GetUtcNow());
        Assert.Contains("durable engine", engine.Skipper.Obstacle, StringComparison.Ordinal);

        release.SetResult();
        Assert.Equal(Begin.UtcDateTime, (await engine.CompletionAsync(slow)).ReadOutputAs<DateTime>());
        Assert.Equal(Begin.AddHours(1).UtcDateTime, (await engine.CompletionAsync(timer)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task Hold_TimeStandsUntilItEnds()
    {
        await using var engine = await StartAsync();
        var hold = engine.Time.Hold("a validator reads");
        var id = await engine.ScheduleAsync("Timer", 1);
        await engine.Client.WaitForInstanceStartAsync(id);
        await LookSeveralTimesAsync(engine);

        Assert.Equal(Begin, engine.Time.GetUtcNow());
        Assert.Equal(["a validator reads"], engine.Time.HoldReasons);

        hold.Dispose();
        await engine.CompletionAsync(id);
    }

    [Fact]
    public async Task SourceHasWaitingWork_TimeStandsUntilItIsGone()
    {
        _source.Look = () => Task.FromResult(true);
        await using var engine = await StartAsync();
        var id = await engine.ScheduleAsync("Timer", 1);
        await Eventually.TrueAsync(() => _source.Looks > 2);

        Assert.Equal(Begin, engine.Time.GetUtcNow());
        Assert.Equal("work is waiting: fake queue", engine.Skipper.Obstacle);

        _source.Look = () => Task.FromResult(false);
        await engine.CompletionAsync(id);
    }

    [Fact]
    public async Task SourceIsBusy_IsNotAskedToLook()
    {
        _source.Begin();
        await using var engine = await StartAsync();
        var id = await engine.ScheduleAsync("Timer", 1);
        await Eventually.TrueAsync(() => engine.Skipper.Obstacle == "work is under way: fake queue");
        await LookSeveralTimesAsync(engine);

        Assert.Equal(0, _source.Looks);
        Assert.Equal(Begin, engine.Time.GetUtcNow());

        _source.End();
        await engine.CompletionAsync(id);
    }

    [Fact]
    public async Task WorkBeginsAndEndsDuringTheLook_TimeStandsUntilAnotherLook()
    {
        await using var engine = await StartAsync();
        var seen = new List<DateTimeOffset>();
        _source.Look = async () =>
        {
            seen.Add(engine.Time.GetUtcNow());
            if (_source.Looks <= 3)
            {
                _source.Begin();
                await Task.Yield();
                _source.End();
            }

            return false;
        };

        await engine.CompletionAsync(await engine.ScheduleAsync("Timer", 1));

        Assert.Equal(Enumerable.Repeat(Begin, 4), seen.Take(4));
    }

    [Fact]
    public async Task WorkBeginsAfterTheLookAndBeforeTheJump_TimeStands()
    {
        await using var engine = await StartAsync();
        var asked = 0;
        _source.WhenAskedIfBusy = () =>
        {
            // After its look, a source is asked at the end of the scan, and once more at the very moment of the jump.
            if (_source.Looks == 1 && ++asked == 2)
            {
                _source.Begin();
            }
        };
        var id = await engine.ScheduleAsync("Timer", 1);
        await Eventually.TrueAsync(() => asked >= 2);
        await LookSeveralTimesAsync(engine);
        Assert.Equal(Begin, engine.Time.GetUtcNow());

        _source.End();
        await engine.CompletionAsync(id);
    }

    [Fact]
    public async Task WaitCancelledDuringTheLook_TimeDoesNotGoThere()
    {
        await using var engine = await StartAsync();
        using var cancellation = new CancellationTokenSource();
        _source.Look = async () =>
        {
            await cancellation.CancelAsync();
            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.Time.WaitUntilAsync(Begin.AddHours(1), cancellation.Token).WaitAsync(TestEngine.Patience));
        await engine.SettleAsync();

        Assert.Equal(Begin, engine.Time.GetUtcNow());
    }

    [Fact]
    public async Task OrchestrationScheduledDuringTheLook_RunsAtTheOldMoment()
    {
        await using var engine = await StartAsync();
        string? inserted = null;
        _source.Look = async () =>
        {
            inserted ??= await engine.ScheduleAsync("Now");
            return false;
        };

        await engine.CompletionAsync(await engine.ScheduleAsync("Timer", 1));

        Assert.Equal(Begin.UtcDateTime, (await engine.CompletionAsync(inserted!)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task SourceThrows_TimeStandsUntilItAnswers()
    {
        await using var engine = await StartAsync();
        _source.Look = () => throw new IOException("unreachable");
        var id = await engine.ScheduleAsync("Timer", 1);
        await Eventually.TrueAsync(() => engine.Skipper.Obstacle.Contains("unreachable", StringComparison.Ordinal));
        Assert.Equal(Begin, engine.Time.GetUtcNow());

        _source.Look = () => Task.FromResult(false);
        await engine.CompletionAsync(id);
    }

    [Fact]
    public async Task WaitAndTimerAtOneMoment_BothHappenThen()
    {
        await using var engine = await StartAsync();
        Task<IDisposable> waiting;
        string id, later;
        using (engine.Time.Hold("all begin at the same moment"))
        {
            waiting = engine.Time.WaitUntilAsync(Begin.AddHours(1), CancellationToken.None);
            id = await engine.ScheduleAsync("Timer", 1);
            later = await engine.ScheduleAsync("Timer", 2);
            await engine.Client.WaitForInstanceStartAsync(later);
        }

        using (await waiting.WaitAsync(TestEngine.Patience))
        {
            Assert.Equal(Begin.AddHours(1).UtcDateTime, (await engine.CompletionAsync(id)).ReadOutputAs<DateTime>());
            await LookSeveralTimesAsync(engine);
            Assert.Equal(Begin.AddHours(1), engine.Time.GetUtcNow());
        }

        await engine.CompletionAsync(later);
    }

    [Fact]
    public async Task SkipUntil_NextMomentLiesBeyond_TimeStands()
    {
        await using var engine = await StartAsync(skipUntil: Begin.AddHours(5));
        var reached = await engine.ScheduleAsync("Timer", 5);
        await engine.ScheduleAsync("Timer", 6);

        await engine.CompletionAsync(reached);
        await engine.SettleAsync();

        Assert.Equal(Begin.AddHours(5), engine.Time.GetUtcNow());
        Assert.Contains("beyond the limit", engine.Skipper.Obstacle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(CrashPoint.BeforeCommit))]
    [InlineData(nameof(CrashPoint.AfterCommit))]
    public async Task Crash_InTheMiddleOfAJump_NothingIsLost(string where)
    {
        var dies = false;
        var died = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await StartAsync(configure: options => options.Crash = point =>
        {
            if (!dies || point != Enum.Parse<CrashPoint>(where))
            {
                return false;
            }

            dies = false;
            died.SetResult();
            return true;
        });
        string[] ids;
        using (engine.Time.Hold("the next commit is the jump"))
        {
            ids = [await engine.ScheduleAsync("Timer", 1), await engine.ScheduleAsync("Timer", 1), await engine.ScheduleAsync("Timer", 3)];
            foreach (var id in ids)
            {
                await engine.Client.WaitForInstanceStartAsync(id);
            }

            dies = true;
        }

        await died.Task.WaitAsync(TestEngine.Patience);
        await engine.CrashAndReopenAsync();

        var ends = await Task.WhenAll(ids.Select(engine.CompletionAsync));
        Assert.Equal([1, 1, 3], ends.Select(end => (end.ReadOutputAs<DateTime>() - Begin.UtcDateTime).TotalHours));
    }

    [Fact]
    public async Task Disposed_WhoAwaitsTheEnd_IsTold()
    {
        await using var engine = await StartAsync();
        using var hold = engine.Time.Hold("for ever");
        var end = engine.Skipper.WhenNothingIsLeftAsync();

        await engine.Skipper.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => end);
    }

    [Fact]
    public async Task Reopen_LaterStore_GoesOnAtItsMoment()
    {
        await using var engine = await StartAsync();
        await engine.CompletionAsync(await engine.ScheduleAsync("Timer", 30));

        await engine.CrashAndReopenAsync();

        Assert.Equal(Begin.AddHours(30), engine.Time.GetUtcNow());
    }

    [Fact]
    public async Task ManyTimersWaitsAndActivities_NobodySeesAnotherMomentThanItsOwn()
    {
        const int Count = 150;
        var lies = new ConcurrentQueue<string>();
        await using var engine = await StartAsync(registry =>
        {
            registry.ActivityAsync<DateTimeOffset, int>("Look", async (moment, _) =>
            {
                for (var i = 0; i < 3; i++)
                {
                    Check("activity", moment);
                    await Task.Yield();
                }

                return 0;
            });
            registry.Orchestrator("Look", async context =>
            {
                for (var i = 1; i <= 3; i++)
                {
                    var moment = context.CurrentUtcDateTime.AddMinutes(1 + (context.GetInput<int>() * i % 97));
                    await context.CreateTimer(moment, CancellationToken.None);
                    await context.CallActivityAsync<int>("Look", new DateTimeOffset(moment, TimeSpan.Zero));
                }
            });
        });
        Look = engine.Time.GetUtcNow;
        List<Task> waits;
        string[] ids;
        using (engine.Time.Hold("all begin at the same moment"))
        {
            waits = [.. Enumerable.Range(0, Count).Select(WaitAsync)];
            ids = await Task.WhenAll(Enumerable.Range(0, Count).Select(i => engine.ScheduleAsync("Look", i)));
        }

        await Task.WhenAll(waits).WaitAsync(TestEngine.Patience);
        await Task.WhenAll(ids.Select(engine.CompletionAsync));

        Assert.Empty(lies);

        async Task WaitAsync(int i)
        {
            var moment = Begin.AddMinutes(i * 7 % 101);
            using var hold = await engine.Time.WaitUntilAsync(moment, CancellationToken.None);
            for (var look = 0; look < 5; look++)
            {
                Check("wait", moment);
                await Task.Yield();
            }
        }

        void Check(string who, DateTimeOffset moment)
        {
            if (Look() != moment)
            {
                lies.Enqueue($"{who}: {Look():u} instead of {moment:u}");
            }
        }
    }

    private Func<DateTimeOffset> Look { get; set; } = () => Begin;

    private Task<TestEngine> StartAsync(
        Action<TaskRegistry>? register = null, Action<DurableEngineOptions>? configure = null, DateTimeOffset? skipUntil = null) =>
        TestEngine.StartAsync(
            EngineMode.Live,
            registry =>
            {
                registry.Orchestrator("Now", context => Task.FromResult(context.CurrentUtcDateTime));
                registry.Orchestrator("Timer", async context =>
                {
                    await context.CreateTimer(TimeSpan.FromHours(context.GetInput<int>()), CancellationToken.None);
                    return context.CurrentUtcDateTime;
                });
                register?.Invoke(registry);
            },
            configure,
            skipUntil: skipUntil,
            sources: [_source]);

    /// <summary>Gives the skipper the occasion to do wrong: two whole rounds of its loop.</summary>
    private static async Task LookSeveralTimesAsync(TestEngine engine)
    {
        var looks = engine.Skipper.Looks;
        await Eventually.TrueAsync(() =>
        {
            engine.Time.Hold("a signal to look").Dispose();
            return engine.Skipper.Looks > looks + 2;
        });
    }
}
