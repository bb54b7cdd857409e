using Microsoft.Extensions.Hosting;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.Local.Steps;

/// <summary>
/// Business time that stands still until somebody asks for a moment, and then jumps from event to event up to it: a campaign of next week is
/// tried out in a minute, and there is all the time to look at it.
/// </summary>
internal sealed class StandingTime(BusinessTime time, StepsFolder folder) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    private IDisposable? _hold;

    /// <summary>Before anything starts: the clock would be gone.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _hold = time.Hold("time moves in steps");
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        _hold?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (folder.ReadUntil() is { } until && until > time.GetUtcNow())
                await GoOnAsync(until, stoppingToken);
            folder.WriteNow(time.GetUtcNow());
            await Task.Delay(Glance, stoppingToken);
        }
    }

    private async Task GoOnAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var reached = time.WaitUntilAsync(until, cancellation);
        _hold!.Dispose();
        _hold = await reached;
    }
}
