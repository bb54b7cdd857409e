using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Tests.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Timers;

/// <summary>Timers in real time, on a clock that the test moves: what a stop and a long run do to a schedule.</summary>
public sealed class TimerRestartTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2027, 3, 22, 0, 0, 0, TimeSpan.Zero);

    private readonly Calls _calls = new();
    private readonly SemaphoreSlim _gate = new(0);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _gate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Start_RunsWereMissed_RunsOnceAtOnceAsPastDue()
    {
        await using (await StartAsync(new ManualTimeProvider(Start)))
            await StatusAsync();
        _gate.Release(2);

        var time = new ManualTimeProvider(Start.AddDays(3).AddHours(8));
        await using var app = await StartAsync(time);

        Assert.Equal("begins, past due True", await _calls.NextAsync());
        Assert.Equal("ends", await _calls.NextAsync());
        await AdvanceToAsync(time, Start.AddDays(4).AddHours(3));
        Assert.Equal("begins, past due False", await _calls.NextAsync());
    }

    [Fact]
    public async Task Run_LongerThanTheInterval_IsAloneAndTheNextOneFollowsAtOnce()
    {
        var time = new ManualTimeProvider(Start);
        await using var app = await StartAsync(time);
        await StatusAsync();
        await AdvanceToAsync(time, Start.AddHours(3));
        Assert.Equal("begins, past due False", await _calls.NextAsync());

        time.Advance(TimeSpan.FromDays(5));
        _calls.AssertNoMore();
        _gate.Release(2);

        Assert.Equal(["ends", "begins, past due False", "ends"], await _calls.NextAsync(3));
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task StopAsync_RunGoesOn_WaitsForIt()
    {
        var time = new ManualTimeProvider(Start);
        await using var app = await StartAsync(time);
        await StatusAsync();
        await AdvanceToAsync(time, Start.AddHours(3));
        await _calls.NextAsync();

        var stopping = app.StopAsync();
        _gate.Release();

        await stopping;
        Assert.Equal("ends", await _calls.NextAsync());
        Assert.Contains("2027-03-23T03:00:00Z", await StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StopAsync_RunOutlastsTheDeadline_IsCutShortAndPastDueAtTheNextStart()
    {
        var time = new ManualTimeProvider(Start);
        await using (var app = await StartAsync(time))
        {
            await StatusAsync();
            await AdvanceToAsync(time, Start.AddHours(3));
            await _calls.NextAsync();
            await app.StopAsync(new CancellationToken(canceled: true));
        }

        _gate.Release();
        await using var next = await StartAsync(new ManualTimeProvider(Start.AddHours(4)));

        Assert.Equal("begins, past due True", await _calls.NextAsync());
    }

    /// <summary>Moves the clock to the next run, once the timer waits for it.</summary>
    private static async Task AdvanceToAsync(ManualTimeProvider time, DateTimeOffset moment)
    {
        var remaining = moment - time.GetUtcNow();
        await Eventually.TrueAsync(() => time.NextWakeUp == remaining);
        time.Advance(remaining);
    }

    private async Task<string> StatusAsync()
    {
        var path = _folder.File("timers/Nightly.json");
        await Eventually.TrueAsync(() => File.Exists(path));
        return await File.ReadAllTextAsync(path);
    }

    private Task<TestApp> StartAsync(TimeProvider time) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [typeof(Nightly)],
        HostJson = """{ "version": "2.0", "functionTimeout": "-1" }""",
        Folder = _folder.Path,
        Configure = builder => builder.Services.AddSingleton(_calls).AddSingleton(_gate),
        Options = options => options.SystemTime = time,
    });

    public sealed class Nightly(Calls calls, SemaphoreSlim gate)
    {
        [Function("Nightly")]
        public async Task Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellation)
        {
            calls.Add($"begins, past due {timer.IsPastDue}");
            await gate.WaitAsync(cancellation);
            calls.Add("ends");
        }
    }
}
