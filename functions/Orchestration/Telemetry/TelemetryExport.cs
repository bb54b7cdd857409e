using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Orchestration.Telemetry;

/// <summary>
/// Sends meters and traces to a collector over OTLP, if the setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; without it nothing is collected. The
/// other settings of OpenTelemetry (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>OTEL_SERVICE_NAME</c>, …) hold too.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string ServiceName = "OTEL_SERVICE_NAME";

    private OpenTelemetrySdk? _sdk;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Endpoint] is { Length: > 0 })
        {
            _sdk = OpenTelemetrySdk.Create(builder =>
            {
                builder.Services.AddSingleton(configuration);
                builder
                    .ConfigureResource(resource => resource.AddService(configuration[ServiceName] is { Length: > 0 } name ? name : "orchestration"))
                    .WithMetrics(metrics => metrics.AddMeter(Meters.Name))
                    .WithTracing(traces => traces.AddSource(Traces.Name))
                    .UseOtlpExporter();
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>What was collected since the last export goes too.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(Dispose, CancellationToken.None);

    public void Dispose() => Interlocked.Exchange(ref _sdk, null)?.Dispose();
}
