using Azure.Core.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orchestration.Caisses;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Delivery.Poison;
using Orchestration.Local.Faults;
using Orchestration.Local.Steps;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Time;
using Orchestration.Messages;
using Orchestration.Messages.Rendering;
using Orchestration.Operations.Views;
using Orchestration.Storage;

namespace Orchestration.Local;

/// <summary>How the app runs on one machine.</summary>
/// <param name="Folder">Everything that it keeps: <c>data</c>, <c>azurite</c>, <c>outbox</c>, <c>secrets.json</c>.</param>
/// <param name="Port">Of HTTP functions.</param>
/// <param name="SkipTimeFrom">Business time skips, from this moment on a new store; null for real time.</param>
/// <param name="Quiet">Shows warnings only: something else shows progress.</param>
/// <param name="InSteps">Business time stands still, and moves on when the verb <c>time</c> says so.</param>
internal sealed record LocalAppOptions(string Folder, int Port, DateTimeOffset? SkipTimeFrom = null, bool Quiet = false, bool InSteps = false)
{
    public string Outbox => Path.Combine(Folder, "outbox");
}

/// <summary>Builds the app in its local flavour; tests build it the same way and change what they must.</summary>
internal static class LocalApp
{
    /// <summary>A deployment names its own; on one machine nothing is ever sent.</summary>
    public const string StopNumber = "36105";

    /// <summary>Reserved for examples (RFC 2606): nobody lives there.</summary>
    public const string TestAddresses = "@example.org";

    public static IHost Build(LocalAppOptions options, string[]? args = null, Action<FunctionsApplicationBuilder>? change = null)
    {
        var builder = FunctionsApplication.CreateBuilder(args ?? []);
        var secrets = LocalSecrets.Of(options.Folder);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults(secrets) });
        builder.Logging.SetMinimumLevel(options.Quiet ? LogLevel.Warning : LogLevel.Information);
        builder.Logging.AddFilter("Azure", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        builder.UseLocalRuntime(runtime =>
        {
            runtime.DataFolder = Path.Combine(options.Folder, "data");
            runtime.StorageFolder = Path.Combine(options.Folder, "azurite");
            runtime.Port = options.Port;
            runtime.SkipTimeFrom = options.SkipTimeFrom;
            runtime.Json = Json.Options;
            if (options.SkipTimeFrom is not null)
                runtime.Polling.LongestForBlobs = TimeSpan.FromMilliseconds(200);
            runtime.FunctionAssemblies.Add(typeof(LocalApp).Assembly);
        });
        // Time that skips would skip from Monday to Monday, without end.
        if (options.SkipTimeFrom is not null)
            builder.Configuration[$"AzureWebJobs.{nameof(WriteWorklists)}.Disabled"] = "true";

        builder.AddOrchestration();
        AddServices(builder, options, secrets);
        change?.Invoke(builder);
        return builder.Build();
    }

    private static Dictionary<string, string?> Defaults(LocalSecrets secrets) => new()
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        [StorageAccounts.Exchange] = "UseDevelopmentStorage=true",
        [StorageAccounts.Data] = "UseDevelopmentStorage=true",
        ["Messages:StopNumber"] = StopNumber,
        ["Links:PublicBaseUrl"] = "https://messages.example.org",
        ["Links:CurrentKey"] = "a",
        ["Links:Keys:a"] = secrets.LinkKey,
        ["Suppressions:Key"] = secrets.SuppressionKey,
        [$"{CaisseOptions.Section}:{nameof(CaisseOptions.TestAddresses)}:0"] = TestAddresses,
    };

    private static void AddServices(FunctionsApplicationBuilder builder, LocalAppOptions options, LocalSecrets secrets)
    {
        var services = builder.Services;
        services.AddSingleton(provider => new Clocks(provider.GetRequiredService<BusinessTime>(), TimeProvider.System));
        services.AddSingleton<IDeliveryQueue, StorageDeliveryQueue>();
        services.AddSingleton<IPoisonQueue>(
            provider => new StoragePoisonQueue(provider.GetRequiredService<StorageAccounts>(), StorageDeliveryQueue.Name));
        services.AddSingleton(RendererChoice.Own);
        services.AddHostedService<StorageRecovery>();
        services.AddFrenchProblems();
        services.AddSingleton(new WorkerId(secrets.Worker));
        if (!options.Quiet)
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<SignInLink>(provider, Console.Out));
        foreach (var channel in Enum.GetValues<Channel>())
        {
            services.AddSingleton<DeliveryAdapter>(
                provider => ActivatorUtilities.CreateInstance<OutboxAdapter>(provider, channel, options.Outbox, TimeProvider.System));
        }

        if (options.InSteps)
        {
            services.AddSingleton(new StepsFolder(options.Folder));
            services.AddHostedService<StandingTime>();
        }

        if (builder.Configuration["Faults:Kill"] is { Length: > 0 } kill)
            services.AddSingleton<HttpPipelinePolicy>(new KillPolicy(kill));
    }
}
