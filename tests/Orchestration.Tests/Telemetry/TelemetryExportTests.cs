using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Orchestration.Messages;
using Orchestration.Telemetry;

namespace Orchestration.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task StopAsync_CollectorInTheSettings_GotMetersAndTraces()
    {
        var got = new ConcurrentDictionary<string, string>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("{**path}", async (string path, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            got[path] = Encoding.Latin1.GetString(body.ToArray());
        });
        await collector.StartAsync();
        using var export = Export(
            (TelemetryExport.Endpoint, collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "essai"));

        await export.StartAsync(default);
        Meters.LotRendered(Channel.Email);
        await Traces.ImportAsync("calendar", () => Task.CompletedTask);
        await export.StopAsync(default);

        Assert.Contains("orchestration.lots.rendered", got["v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("orchestration.kind", got["v1/traces"], StringComparison.Ordinal);
        Assert.All(got.Values, body => Assert.Contains("essai", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task StartAsync_NoCollector_CollectsNothing()
    {
        using var export = Export();

        await export.StartAsync(default);
        await export.StopAsync(default);
    }

    private static TelemetryExport Export(params (string Name, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());
}
