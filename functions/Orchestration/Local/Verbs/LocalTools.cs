using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Local.Verbs;

/// <summary>What verbs beside a running app need: its storage, adopted if it runs and started for the moment if it does not.</summary>
internal sealed class LocalTools : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly ServiceProvider _services;

    private LocalTools(Azurite azurite, ServiceProvider services) => (_azurite, _services) = (azurite, services);

    public IServiceProvider Services => _services;

    /// <summary>False when the storage was only started for this verb: no app will answer.</summary>
    public bool IsAppRunning => _azurite.IsAdopted;

    public static async Task<LocalTools> OpenAsync(string folder, CancellationToken cancellation)
    {
        var storage = new AzuriteOptions { Folder = Path.Combine(Path.GetFullPath(folder), "azurite") };
        var azurite = await Azurite.StartAsync(storage, TimeProvider.System, NullLogger.Instance, cancellation);
        var settings = new Dictionary<string, string?>
        {
            [StorageAccounts.Exchange] = azurite.ConnectionString(),
            [StorageAccounts.Data] = azurite.ConnectionString(),
        };
        var services = ServicesOn(settings);
        await services.GetRequiredService<Containers>().CreateAllAsync(cancellation);
        return new LocalTools(azurite, services);
    }

    /// <summary>The same on Azure, as whoever is signed in (<c>az login</c>); the app there has made its containers.</summary>
    /// <param name="data">Blob endpoint of the account of the setting <c>Data</c>.</param>
    public static ServiceProvider OnAzure(Uri data) => ServicesOn(new Dictionary<string, string?>
    {
        // No verb for Azure reaches what people exchange.
        [$"{StorageAccounts.Exchange}:blobServiceUri"] = data.ToString(),
        [$"{StorageAccounts.Data}:blobServiceUri"] = data.ToString(),
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_azurite.IsAdopted)
            await _azurite.StopAsync();
    }

    private static ServiceProvider ServicesOn(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddSingleton(Clocks.RealTime)
        .AddSingleton<StorageAccounts>()
        .AddSingleton<Containers>()
        .AddSingleton<KeyStore>()
        .AddSingleton<Uploads>()
        .BuildServiceProvider();
}
