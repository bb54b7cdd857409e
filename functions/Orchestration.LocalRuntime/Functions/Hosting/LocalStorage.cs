using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Settings;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>The Azurite of the app, when a connection asks for it.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private readonly DevelopmentStorage _settings;
    private readonly LocalRuntimeOptions _options;
    private readonly ILogger _logger;
    private readonly AzuriteOptions? _azurite;

    public LocalStorage(DevelopmentStorage settings, LocalRuntimeOptions options, ILoggerFactory loggers)
    {
        (_settings, _options, _logger) = (settings, options, loggers.CreateLogger<Azurite>());
        if (options.StartStorage && settings.Connections.Count > 0)
            _azurite = new AzuriteOptions { Folder = options.StorageFolder };
    }

    public Azurite? Azurite { get; private set; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        if (_azurite is null)
            return;
        Azurite = await Azurite.StartAsync(_azurite, _options.SystemTime, _logger, cancellation);
        _settings.Replace(Azurite.ConnectionString());
    }

    /// <summary>Also when the app did not come to its start: it must not leave a process behind.</summary>
    public async ValueTask DisposeAsync() => await StopAsync();

    public async Task StopAsync()
    {
        if (Azurite is { } azurite)
            await azurite.StopAsync(CancellationToken.None);
    }
}
