using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Hosting;

namespace Orchestration.LocalRuntime.Tests.Support;

/// <summary>A whole function app: real Kestrel on a free port, real storage when it has an account, quick retries.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TemporaryFolder? _ownFolder;

    private TestApp(IHost host, RecordingLoggers logs, TemporaryFolder? ownFolder)
    {
        (_host, Logs, _ownFolder) = (host, logs, ownFolder);
        Runtime = host.Services.GetRequiredService<LocalRuntimeHost>();
        Http = new HttpClient { BaseAddress = Runtime.Address };
    }

    public RecordingLoggers Logs { get; }

    public LocalRuntimeHost Runtime { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _host.Services;

    public static Task<TestApp> StartAsync(params Type[] functions) => StartAsync(new TestAppSettings { Functions = functions });

    public static async Task<TestApp> StartAsync(TestAppSettings settings)
    {
        var folder = settings.Folder is null ? new TemporaryFolder() : null;
        var logs = new RecordingLoggers();
        var host = Build(settings, settings.Folder ?? folder!.Path, logs);
        await host.StartAsync();
        return new TestApp(host, logs, folder);
    }

    /// <summary>For apps that are refused.</summary>
    public static FunctionAppException Refused(TestAppSettings settings)
    {
        using var folder = new TemporaryFolder();
        return Assert.Throws<FunctionAppException>(() => Build(settings, folder.Path, new RecordingLoggers()));
    }

    public Task StopAsync(CancellationToken deadline = default) => _host.StopAsync(deadline);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        Http.Dispose();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _ownFolder?.Dispose();
    }

    private static IHost Build(TestAppSettings settings, string folder, RecordingLoggers logs)
    {
        var hostJson = Path.Combine(folder, "host.json");
        File.WriteAllText(hostJson, settings.HostJson);
        var builder = FunctionsApplication.CreateBuilder([.. settings.Settings.Select(setting => $"--{setting.Key}={setting.Value}")]);
        if (settings.Account is { } account)
            builder.Configuration["Data"] = account.ConnectionString;
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.UseLocalRuntime(options =>
        {
            options.FunctionClasses = settings.Functions;
            options.DataFolder = folder;
            options.HostJson = hostJson;
            options.Port = 0;
            options.Polling.Shortest = TimeSpan.FromMilliseconds(10);
            options.Polling.LongestForBlobs = TimeSpan.FromMilliseconds(100);
            options.Polling.BlobRetryDelay = TimeSpan.FromMilliseconds(10);
            options.Polling.QueueLease = TimeSpan.FromSeconds(10);
            settings.Options?.Invoke(options);
        });
        (settings.Configure ?? (app => app.ConfigureFunctionsWebApplication())).Invoke(builder);
        return builder.Build();
    }
}

public sealed class TestAppSettings
{
    /// <summary>Queues are looked at often.</summary>
    public const string QuickHostJson = """{ "version": "2.0", "extensions": { "queues": { "maxPollingInterval": "00:00:00.1" } } }""";

    public IReadOnlyList<Type> Functions { get; init; } = [];

    public string HostJson { get; init; } = QuickHostJson;

    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>What connection <c>Data</c> names.</summary>
    public TestAccount? Account { get; init; }

    /// <summary>Kept by the test, for a second start.</summary>
    public string? Folder { get; init; }

    /// <summary>Services and middleware; must call <c>ConfigureFunctionsWebApplication</c> itself.</summary>
    public Action<FunctionsApplicationBuilder>? Configure { get; init; }

    public Action<LocalRuntimeOptions>? Options { get; init; }
}
