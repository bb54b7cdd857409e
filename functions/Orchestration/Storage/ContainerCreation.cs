using Microsoft.Extensions.Hosting;

namespace Orchestration.Storage;

/// <summary>Makes sure at start that every container exists.</summary>
internal sealed class ContainerCreation(Containers containers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => containers.CreateAllAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
