using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.Audience.Datamart;
using Orchestration.Delivery;
using Orchestration.LocalRuntime.Tests.Durable.Support;
using Orchestration.Messages.Library;
using Orchestration.Operations.Health;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Health;

public sealed class ReadinessProbeTests
{
    [Fact]
    public async Task RunAsync_EverythingThere_IsUp()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLibrary.PublishAsync(storage);
        await new SnapshotStore(storage.Containers).PromoteAsync(SomeDatamart.Date, default);

        var (status, readiness, _) = await AskAsync(storage);

        Assert.Equal((200, HealthState.Up), (status, readiness.State));
        Assert.Equal(
            ["exchange-blobs", "exchange-queues", "data-blobs", "data-queues", "durable", "datamart", "templates", "poison"],
            readiness.Checks.Select(check => check.Name));
        Assert.All(readiness.Checks, check => Assert.Equal(HealthState.Up, check.State));
    }

    [Fact]
    public async Task RunAsync_NewInstallationWithAPoisonMessage_IsDegradedAndSaysWhy()
    {
        var storage = await AppStorage.TakeAsync();
        var poison = storage.Accounts.Queues(StorageAccounts.Data).GetQueueClient(StorageDeliveryQueue.Name + "-poison");
        await poison.CreateAsync();
        await poison.SendMessageAsync("{}");

        var (status, readiness, _) = await AskAsync(storage);

        Assert.Equal((200, HealthState.Degraded), (status, readiness.State));
        Assert.Equal(
            ["Aucun datamart n’a encore été livré.", "Aucun modèle n’est publié.", "1\u00A0message a été abandonné\u00A0: un opérateur doit les rejouer ou les écarter."],
            readiness.Checks.Where(check => check.State == HealthState.Degraded).Select(check => check.Detail));
    }

    [Fact]
    public async Task RunAsync_StorageAway_IsDownWithoutSayingWhereItIs()
    {
        var storage = (await AppStorage.TakeAsync()).Another(new AwayStorage("/control"));

        var (status, readiness, body) = await AskAsync(storage);

        Assert.Equal((503, HealthState.Down), (status, readiness.State));
        var down = Assert.Single(readiness.Checks, check => check.State == HealthState.Down);
        Assert.Equal(("data-blobs", "Les fichiers de données ne répondent pas."), (down.Name, down.Detail));
        Assert.All(["127.0.0.1", "http", "devstoreaccount", "AccountKey", "secret"], word => Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CheckAsync_ManyAtOnce_AskTheStorageOnceInFiveSeconds()
    {
        var storage = await AppStorage.TakeAsync();
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, _ => { });
        var probe = Probe(storage);
        var first = await probe.CheckAsync(engine.Client, default);
        var calls = storage.Probe.Calls.Count;

        storage.System.Advance(ReadinessProbe.Lifetime - TimeSpan.FromTicks(1));
        var same = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => probe.CheckAsync(engine.Client, default)));
        Assert.All(same, readiness => Assert.Same(first, readiness));
        Assert.Equal(calls, storage.Probe.Calls.Count);

        storage.System.Advance(TimeSpan.FromTicks(1));
        Assert.NotSame(first, await probe.CheckAsync(engine.Client, default));
    }

    private static async Task<(int Status, Readiness Readiness, string Body)> AskAsync(AppStorage storage)
    {
        await using var engine = await TestEngine.StartAsync(EngineMode.Live, _ => { });
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Response.Body = body;
        await (await new CheckReady(Probe(storage)).RunAsync(http.Request, engine.Client, default)).ExecuteAsync(http);
        Assert.Equal("no-store", http.Response.Headers.CacheControl);
        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        return (http.Response.StatusCode, JsonSerializer.Deserialize<Readiness>(text, Json.Options)!, text);
    }

    private static ReadinessProbe Probe(AppStorage storage) => new(
        storage.Containers, storage.Accounts, new SnapshotStore(storage.Containers), new LibraryStore(storage.Containers), storage.Clocks,
        NullLogger<ReadinessProbe>.Instance);

    /// <summary>A storage that nobody reaches, for these addresses.</summary>
    private sealed class AwayStorage(string path) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            message.Request.Uri.Path.EndsWith(path, StringComparison.Ordinal)
                ? throw new HttpRequestException("Connection refused (127.0.0.1:10000)")
                : ProcessNextAsync(message, pipeline);
    }
}
