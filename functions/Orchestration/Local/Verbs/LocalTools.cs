using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Storage;

namespace Orchestration.Local.Verbs;

/// <summary>What verbs beside a running app need: its storage, adopted if it runs and started for the moment if it does not.</summary>
internal sealed class LocalTools : IAsyncDisposable
{
    private readonly Azurite _azurite;
    private readonly ServiceProvider _services;

    private LocalTools(string folder, Azurite azurite, ServiceProvider services) => (Folder, _azurite, _services) = (folder, azurite, services);

    /// <summary>The app's; absolute.</summary>
    public string Folder { get; }

    public Containers Containers => _services.GetRequiredService<Containers>();

    public KeyRegister Register => _services.GetRequiredService<KeyRegister>();

    public Uploads Uploads => _services.GetRequiredService<Uploads>();

    /// <summary>False when the storage was only started for this verb: no app will answer.</summary>
    public bool IsAppRunning => _azurite.IsAdopted;

    public static async Task<LocalTools> OpenAsync(string folder, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        var storage = new AzuriteOptions { Folder = Path.Combine(folder, "azurite") };
        var azurite = await Azurite.StartAsync(storage, TimeProvider.System, NullLogger.Instance, cancellation);
        var settings = new Dictionary<string, string?>
        {
            [StorageAccounts.Exchange] = azurite.ConnectionString(),
            [StorageAccounts.Data] = azurite.ConnectionString(),
        };
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton(Clocks.RealTime)
            .AddSingleton<StorageAccounts>()
            .AddSingleton<Containers>()
            .AddSingleton<KeyStore>()
            .AddSingleton<KeyRegister>()
            .AddSingleton<Uploads>()
            .BuildServiceProvider();
        await services.GetRequiredService<Containers>().CreateAllAsync(cancellation);
        return new LocalTools(folder, azurite, services);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_azurite.IsAdopted)
            await _azurite.StopAsync();
    }
}
