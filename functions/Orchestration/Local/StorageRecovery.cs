using Microsoft.Extensions.Hosting;
using Orchestration.Campaigns;
using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.Local;

/// <summary>
/// Azurite that was killed has lost its last moments, while the history of orchestrations has not: every send looks again at what it believes
/// to be written.
/// </summary>
internal sealed class StorageRecovery(LocalRuntimeHost runtime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (runtime.Storage is { FollowsUncleanStop: true })
            await runtime.Durable.RingAllSendsAsync(new Ring(StorageWasLost: true), stoppingToken);
    }
}
