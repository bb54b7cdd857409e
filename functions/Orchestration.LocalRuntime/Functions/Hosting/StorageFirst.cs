using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>
/// Starts the storage before the host makes its hosted services: whoever reads a connection finds the ports that the storage really has.
/// </summary>
internal sealed class StorageFirst(IHostLifetime lifetime, LocalStorage storage) : IHostLifetime, IDisposable
{
    /// <summary>Stands before the lifetime that is registered.</summary>
    public static void AddTo(IServiceCollection services)
    {
        var present = services.Last(service => service.ServiceType == typeof(IHostLifetime));
        services.AddSingleton<IHostLifetime>(provider => new StorageFirst(
            (IHostLifetime)ActivatorUtilities.CreateInstance(provider, present.ImplementationType!), provider.GetRequiredService<LocalStorage>()));
    }

    public async Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        await lifetime.WaitForStartAsync(cancellationToken);
        await storage.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => lifetime.StopAsync(cancellationToken);

    public void Dispose() => (lifetime as IDisposable)?.Dispose();
}
