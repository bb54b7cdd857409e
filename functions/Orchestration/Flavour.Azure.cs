using System.Text.Json;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Delivery.Poison;
using Orchestration.Messages;
using Orchestration.Messages.Rendering;
using Orchestration.Storage;

namespace Orchestration;

/// <summary>The app on Azure: the Functions worker, Service Bus, the system's clock.</summary>
internal static class Flavour
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args).AddOrchestration();
        var services = builder.Services;

        // The worker makes its serializer of these options, for triggers and durable payloads alike.
        services.Configure<JsonSerializerOptions>(options => Json.Configure(options));
        services.AddSingleton(Clocks.RealTime);
        services.AddSingleton(ServiceBus);
        services.AddSingleton<ServiceBusDeliveryQueue>();
        services.AddSingleton<IDeliveryQueue>(provider => provider.GetRequiredService<ServiceBusDeliveryQueue>());
        services.AddSingleton<IPoisonQueue, ServiceBusPoisonQueue>();
        services.AddSingleton<DeliveryAdapter>(provider => ActivatorUtilities.CreateInstance<GatewayAdapter>(provider, Channel.Email, TimeProvider.System));
        services.AddSingleton<DeliveryAdapter>(provider => ActivatorUtilities.CreateInstance<GatewayAdapter>(provider, Channel.Sms, TimeProvider.System));
        services.AddSingleton<DeliveryAdapter>(provider => ActivatorUtilities.CreateInstance<BlobOutboxAdapter>(provider, Channel.Email, TimeProvider.System));
        services.AddSingleton<DeliveryAdapter>(provider => ActivatorUtilities.CreateInstance<BlobOutboxAdapter>(provider, Channel.Sms, TimeProvider.System));
        services.AddSingleton(builder.Configuration["Messages:Renderer"] == nameof(Scriban)
            ? new RendererChoice(template => new ScribanRenderer(template).Render)
            : RendererChoice.Own);
#pragma warning disable RS0030 // Each process of a scaled-out app is a worker of its own.
        services.AddSingleton(new WorkerId(Guid.NewGuid().ToString()));
#pragma warning restore RS0030
        await builder.Build().RunAsync();
        return 0;
    }

    /// <summary>The setting is a connection string, or <c>ServiceBus__fullyQualifiedNamespace</c> with a managed identity.</summary>
    private static ServiceBusClient ServiceBus(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        if (configuration["ServiceBus"] is { Length: > 0 } connection)
            return new ServiceBusClient(connection);
        return configuration["ServiceBus:fullyQualifiedNamespace"] is { Length: > 0 } name
            ? new ServiceBusClient(name, new DefaultAzureCredential())
            : throw new InvalidOperationException(
                "The setting 'ServiceBus' (a connection string) or 'ServiceBus__fullyQualifiedNamespace' is missing.");
    }
}
