using Azure.Core.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>How the app differs from the one that runs on a laptop.</summary>
public sealed partial class CampaignApp
{
    private static void Configure(FunctionsApplicationBuilder builder, TestAccount account, CampaignAppSettings settings, TemporaryFolder folder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = account.ConnectionString,
            [StorageAccounts.Exchange] = account.ConnectionString,
            [StorageAccounts.Data] = account.ConnectionString,
        });
        builder.Configuration.AddInMemoryCollection(settings.Configuration);
        builder.UseLocalRuntime(runtime =>
        {
            runtime.StartStorage = false;
            runtime.HostJson = QuickHostJson(folder);
            runtime.EvictAfterEachStep = settings.EvictAfterEachStep;
            runtime.Polling.Shortest = TimeSpan.FromMilliseconds(10);
            runtime.Polling.LongestForBlobs = TimeSpan.FromMilliseconds(100);
        });
        if (settings.Probe is { } probe)
            builder.Services.AddSingleton<HttpPipelinePolicy>(probe);
        builder.Services.Configure<DeliveryOptions>(delivery => delivery.ChunkSize = settings.ChunkSize);
        if (settings.Announces is { } keeps)
        {
            builder.Services.RemoveAll<IDeliveryQueue>();
            builder.Services.AddSingleton<StorageDeliveryQueue>();
            builder.Services.AddSingleton<IDeliveryQueue>(services => new LosingQueue(services.GetRequiredService<StorageDeliveryQueue>(), keeps));
        }

        if (settings.Provider is { } provider)
        {
            if (!settings.KeepsOutbox)
                builder.Services.RemoveAll<DeliveryAdapter>();
            foreach (var channel in Enum.GetValues<Channel>())
                builder.Services.AddSingleton<DeliveryAdapter>(new ProviderAdapter(channel, provider));
        }
    }

    /// <summary>The app's own host.json, but a failed message is tried again at once.</summary>
    private static string QuickHostJson(TemporaryFolder folder)
    {
        var json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json"));
        var quick = json.Replace("\"visibilityTimeout\": \"00:00:15\"", "\"visibilityTimeout\": \"00:00:00\"", StringComparison.Ordinal);
        Assert.NotEqual(json, quick);
        var path = folder.File("host.json");
        File.WriteAllText(path, quick);
        return path;
    }
}
