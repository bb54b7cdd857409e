using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Blobs;
using Orchestration.LocalRuntime.Functions.Durability;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Http;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;
using Orchestration.LocalRuntime.Functions.Management;
using Orchestration.LocalRuntime.Functions.Polling;
using Orchestration.LocalRuntime.Functions.Queues;
using Orchestration.LocalRuntime.Functions.Settings;
using Orchestration.LocalRuntime.Functions.Timers;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Functions.Hosting;

/// <summary>Puts the host together: reads what the app is, refuses what is wrong with it, wires the rest.</summary>
internal sealed class FunctionAppComposition(WebApplicationBuilder web, AppDefinition app)
{
    private readonly Problems _problems = new();
    private readonly List<string> _unknownKeys = [];

    /// <exception cref="FunctionAppException">Something is wrong with the app.</exception>
    public WebApplication Build()
    {
        var options = ReadOptions();
        var hostJson = LocalFolders.FindHostJson(options, web.Environment.ContentRootPath, _problems);
        var settings = hostJson is null ? HostSettings.Default : HostJsonFile.Read(hostJson, _problems, _unknownKeys);
        var connections = new StorageConnections(web.Configuration);
        var context = new IndexingContext(web.Configuration, connections, settings, options, app.UsesAspNetCore);
        var functions = FunctionIndexer.Read(Classes(options), context, _problems);
        _problems.ThrowIfAny();

        AddServices(web.Services, options, settings, connections, functions);
        var built = web.Build();
        var invoker = built.Services.GetRequiredService<FunctionInvoker>();
        HttpServer.Use(built, settings.Http, built.Services.GetRequiredService<HttpWork>().Requests);
        HttpEndpoints.Map(built, functions, invoker, options);
        if (functions.Any(function => function.Trigger is OrchestratorFunctionTrigger))
            ManagementEndpoints.Map(built);
        return built;
    }

    private LocalRuntimeOptions ReadOptions()
    {
        var options = new LocalRuntimeOptions();
        try
        {
            web.Configuration.GetSection(LocalRuntimeOptions.Section).Bind(options);
            options.Port = web.Configuration.GetValue("port", options.Port);
        }
        catch (InvalidOperationException error)
        {
            _problems.Add(error.Message);
        }

        foreach (var configure in app.Options)
            configure(options);
        options.Validate(_problems);
        options.DataFolder = LocalFolders.Resolve(options.DataFolder, web.Environment.ContentRootPath);
        options.StorageFolder = LocalFolders.Resolve(options.StorageFolder, web.Environment.ContentRootPath);
        return options;
    }

    private static IEnumerable<Type> Classes(LocalRuntimeOptions options)
    {
        if (options.FunctionClasses is { } classes)
            return classes;
        IEnumerable<Assembly> assemblies = options.FunctionAssemblies is { Count: > 0 } given ? given : [Assembly.GetEntryAssembly()!];
        return assemblies.SelectMany(assembly => assembly.GetTypes());
    }

    private void AddServices(
        IServiceCollection services,
        LocalRuntimeOptions options,
        HostSettings settings,
        StorageConnections connections,
        IReadOnlyList<IndexedFunction> functions)
    {
        services.AddSingleton(options).AddSingleton(settings).AddSingleton(connections);
        services.AddSingleton(provider => new FunctionInvoker(
            provider.GetRequiredService<IServiceScopeFactory>(), settings, options, app.Middleware));

        services.AddSingleton(DevelopmentStorage.AddTo(web.Configuration)).AddSingleton<LocalStorage>();
        StorageFirst.AddTo(services);

        HttpServer.AddServices(services, options, settings.Http, web.Configuration);
        services.AddSingleton<HttpWork>().AddSingleton<IWorkSource>(provider => provider.GetRequiredService<HttpWork>());
        AddListeners(services, functions);
        services.AddSingleton(DurableRuntime.CreateTime(options)).AddSingleton<DurableRuntime>();

        services.AddSingleton(provider => SystemKey.Open(options, provider.GetRequiredService<ILogger<SystemKey>>()));

        services.AddSingleton(new FunctionAppFacts(functions, _unknownKeys));
        services.AddSingleton(provider => new LocalRuntimeHost(provider));

        // First of the hosted services: what the app's own need is there before they start, and still there when they stop.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => provider.GetRequiredService<LocalRuntimeHost>()));
    }

    private void AddListeners(IServiceCollection services, IReadOnlyList<IndexedFunction> functions)
    {
        services.AddSingleton(provider => BlobReceipts.Open(provider.GetRequiredService<LocalRuntimeOptions>().DataFolder));
        services.AddSingleton(provider => new ListenerServices(
            web.Environment.ApplicationName,
            provider.GetRequiredService<FunctionInvoker>(),
            provider.GetRequiredService<StorageConnections>(),
            provider.GetRequiredService<HostSettings>(),
            provider.GetRequiredService<LocalRuntimeOptions>(),
            provider.GetRequiredService<ILoggerFactory>()));
        foreach (var function in functions)
        {
            switch (function.Trigger)
            {
                case BlobFunctionTrigger:
                    AddListener(provider => new BlobListener(
                        function, provider.GetRequiredService<BlobReceipts>(), provider.GetRequiredService<ListenerServices>()));
                    break;
                case QueueFunctionTrigger:
                    AddListener(provider => new QueueListener(function, provider.GetRequiredService<ListenerServices>()));
                    break;
                case TimerFunctionTrigger:
                    AddListener(provider => new TimerListener(
                        function, provider.GetRequiredService<BusinessTime>(), provider.GetRequiredService<ListenerServices>()));
                    break;
            }

            void AddListener(Func<IServiceProvider, ITriggerListener> create)
            {
                services.AddKeyedSingleton(function.Name, (provider, _) => create(provider));
                services.AddSingleton(provider => provider.GetRequiredKeyedService<ITriggerListener>(function.Name));
                services.AddSingleton<IWorkSource>(provider => provider.GetRequiredKeyedService<ITriggerListener>(function.Name));
            }
        }
    }
}

/// <summary>What the builder collected.</summary>
internal sealed class AppDefinition
{
    public bool UsesAspNetCore { get; set; }

    /// <summary>The first is the outermost.</summary>
    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    public List<Action<LocalRuntimeOptions>> Options { get; } = [];
}

/// <summary>What indexing found.</summary>
internal sealed record FunctionAppFacts(IReadOnlyList<IndexedFunction> Functions, IReadOnlyList<string> UnknownKeys);
