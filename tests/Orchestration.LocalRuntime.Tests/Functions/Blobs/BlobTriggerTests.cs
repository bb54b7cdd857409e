using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Functions.Blobs;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Blobs;

public sealed class BlobTriggerTests : IAsyncLifetime, IDisposable
{
    private readonly Calls _calls = new();
    private readonly Crowd _crowd = new();
    private readonly TemporaryFolder _folder = new();
    private TestAccount _account = null!;
    private BlobContainerClient _inbox = null!;

    public async Task InitializeAsync()
    {
        _account = await TestStorage.TakeAccountAsync();
        _inbox = await _account.Blobs.CreateBlobContainerAsync("inbox");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Upload_NewThenChanged_RunsOncePerVersion()
    {
        await using var app = await StartAsync(typeof(Forms));

        await UploadAsync("texts/a.txt", "one");
        Assert.Equal("a: one", await _calls.NextAsync());
        await UploadAsync("texts/a.txt", "two");
        Assert.Equal("a: two", await _calls.NextAsync());

        await QuietAsync(app);
        _calls.AssertNoMore();
    }

    [Theory]
    [InlineData("clients/a", "BlobClient inbox/clients/a")]
    [InlineData("blocks/a", "BlockBlobClient inbox/blocks/a")]
    [InlineData("streams/a", "Stream content")]
    [InlineData("bytes/a", "byte[] content")]
    [InlineData("data/a", "BinaryData content")]
    public async Task Upload_EachFormOfBinding_IsBound(string name, string expected)
    {
        await using var app = await StartAsync(typeof(Forms));

        await UploadAsync(name, "content");

        Assert.Equal(expected, await _calls.NextAsync());
    }

    [Fact]
    public async Task Start_ContainerMissing_WaitsForIt()
    {
        await using var app = await StartAsync(typeof(Late));

        var container = await _account.Blobs.CreateBlobContainerAsync("late");
        await container.Value.UploadBlobAsync("a", BinaryData.FromString("here"));

        Assert.Equal("here", await _calls.NextAsync());
    }

    [Fact]
    public async Task Start_AfterARestart_KeepsTheReceipts()
    {
        await UploadAsync("texts/old.txt", "old");
        await using (await StartAsync(typeof(Forms)))
            Assert.Equal("old: old", await _calls.NextAsync());

        await using var again = await StartAsync(typeof(Forms));
        await UploadAsync("texts/new.txt", "new");

        Assert.Equal("new: new", await _calls.NextAsync());
        await QuietAsync(again);
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Upload_FailsTwice_IsTriedAgain()
    {
        await using var app = await StartAsync(typeof(Failing));

        await UploadAsync("faults/2", "");

        Assert.Equal(["attempt 1", "attempt 2", "attempt 3", "done"], await _calls.NextAsync(4));
        await QuietAsync(app);
        _calls.AssertNoMore();
        Assert.Equal(2, app.Logs.At(LogLevel.Error).Count(message => message.Contains("Fail failed on faults/2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Upload_AlwaysFails_GoesToThePoisonQueueOnce()
    {
        await using var app = await StartAsync(typeof(Failing));

        await UploadAsync("faults/9", "");

        await _calls.NextAsync(5);
        await QuietAsync(app);
        _calls.AssertNoMore();
        var message = Assert.Single(await PoisonAsync());
        using var json = JsonDocument.Parse(message.Body);
        var properties = await _inbox.GetBlobClient("faults/9").GetPropertiesAsync();
        Assert.Equal($"{Application(app)}.Functions.Fail", json.RootElement.GetProperty("FunctionId").GetString());
        Assert.Equal("BlockBlob", json.RootElement.GetProperty("BlobType").GetString());
        Assert.Equal("inbox", json.RootElement.GetProperty("ContainerName").GetString());
        Assert.Equal("faults/9", json.RootElement.GetProperty("BlobName").GetString());
        Assert.Equal(properties.Value.ETag.ToString().Trim('"'), json.RootElement.GetProperty("ETag").GetString());
    }

    [Fact]
    public async Task Upload_PoisonedThenChanged_RunsAgain()
    {
        await using var app = await StartAsync(typeof(Failing));
        await UploadAsync("faults/9", "");
        await _calls.NextAsync(5);
        await QuietAsync(app);

        await UploadAsync("faults/9", "mended");

        Assert.Equal("attempt 6", await _calls.NextAsync());
    }

    [Fact]
    public async Task Upload_DeletedAfterAFailure_IsForgotten()
    {
        await using var app = await StartAsync(typeof(Failing), retryDelay: TimeSpan.FromHours(1));
        await UploadAsync("faults/9", "");
        Assert.Equal("attempt 1", await _calls.NextAsync());
        var work = Assert.Single(app.Services.GetServices<IWorkSource>(), source => source.Name == "blobs of Fail");
        await Eventually.TrueAsync(() => !work.IsBusy);
        Assert.True(await work.HasWaitingWorkAsync(CancellationToken.None));

        await _inbox.DeleteBlobAsync("faults/9");

        Assert.False(await work.HasWaitingWorkAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Start_AttemptsUsedUpBeforeTheCrash_GivesUpWithoutRunning()
    {
        await UploadAsync("faults/9", "");
        var etag = (await _inbox.GetBlobClient("faults/9").GetPropertiesAsync()).Value.ETag.ToString().Trim('"');
        using (var receipts = BlobReceipts.Open(_folder.Path))
        {
            var blob = new FoundBlob(_inbox, "faults/9", etag, "BlockBlob", new Dictionary<string, object?>());
            receipts.Write("Fail", blob, new BlobReceipt(etag, 5, BlobOutcome.Pending));
        }

        await using var app = await StartAsync(typeof(Failing));

        await QuietAsync(app);
        _calls.AssertNoMore();
        Assert.Single(await PoisonAsync());
    }

    [Fact]
    public async Task Upload_ManyAtOnce_RunsNoMoreThanTheDegreeOfParallelism()
    {
        for (var i = 0; i < 12; i++)
            await UploadAsync($"crowd/{i}", "");

        _crowd.Hold();
        await using var app = await StartAsync(typeof(Crowded));
        await Eventually.TrueAsync(() => _crowd.Inside == 3);
        _crowd.Release();

        await _calls.NextAsync(12);
        await QuietAsync(app);
        Assert.Equal(3, _crowd.Most);
    }

    [Fact]
    public async Task Upload_WhileTheFunctionRuns_KeepsTimeFromSkipping()
    {
        await using var app = await StartAsync(typeof(Crowded));
        _crowd.Hold();
        var work = Assert.Single(app.Services.GetServices<IWorkSource>(), source => source.Name == "blobs of Enter");
        var before = work.Epoch;

        await UploadAsync("crowd/1", "");
        Assert.True(await work.HasWaitingWorkAsync(CancellationToken.None));
        await Eventually.TrueAsync(() => work.IsBusy);
        Assert.True(await work.HasWaitingWorkAsync(CancellationToken.None));
        _crowd.Release();

        await QuietAsync(app);
        Assert.False(work.IsBusy);
        Assert.True(work.Epoch > before);
    }

    [Fact]
    public async Task StopAsync_FunctionRuns_WaitsForItAndWritesTheReceipt()
    {
        var app = await StartAsync(typeof(Crowded));
        _crowd.Hold();
        await UploadAsync("crowd/1", "");
        await Eventually.TrueAsync(() => _crowd.Inside == 1);

        var stopping = app.StopAsync();
        Assert.False(stopping.IsCompleted);
        _crowd.Release();
        await stopping;
        await app.DisposeAsync();

        Assert.Equal("crowd/1", await _calls.NextAsync());
        await using var again = await StartAsync(typeof(Crowded));
        await QuietAsync(again);
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task FindAsync_PlaceholderInTheMiddle_DoesNotListWhatLiesBeside()
    {
        for (var i = 0; i < 30; i++)
            await UploadAsync($"2027-03-22/insured/{i}.csv", "");
        await UploadAsync("2027-03-22/manifest.json", "");
        await UploadAsync("2027-03-23/manifest.json", "");
        var requests = new CountingPolicy();
        var options = new BlobClientOptions();
        options.AddPolicy(requests, Azure.Core.HttpPipelinePosition.PerCall);
        var container = new BlobServiceClient(_account.ConnectionString, options).GetBlobContainerClient("inbox");

        var found = new List<string>();
        await foreach (var blob in new BlobScan(container, BlobPattern.Parse("{date}/manifest.json")).FindAsync(CancellationToken.None))
            found.Add($"{blob.Values["date"]}");

        Assert.Equal(["2027-03-22", "2027-03-23"], found);
        Assert.Equal(3, requests.Count);
        Assert.DoesNotContain("insured", requests.Content, StringComparison.Ordinal);
    }

    private Task<TestApp> StartAsync(Type functions, TimeSpan? retryDelay = null) => TestApp.StartAsync(new TestAppSettings
    {
        Functions = [functions],
        Account = _account,
        Folder = _folder.Path,
        HostJson = """{ "version": "2.0", "extensions": { "blobs": { "maxDegreeOfParallelism": 3 } } }""",
        Settings = { ["Container"] = "inbox" },
        Options = options => options.Polling.BlobRetryDelay = retryDelay ?? options.Polling.BlobRetryDelay,
        Configure = builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(_calls).AddSingleton<Faults>().AddSingleton(_crowd);
        },
    });

    private async Task UploadAsync(string name, string text) =>
        await _inbox.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private static Task QuietAsync(TestApp app) => Eventually.TrueAsync(async () =>
    {
        foreach (var source in app.Services.GetServices<IWorkSource>())
        {
            if (source.IsBusy || await source.HasWaitingWorkAsync(CancellationToken.None))
                return false;
        }

        return true;
    });

    private async Task<QueueMessage[]> PoisonAsync() =>
        await _account.Queues.GetQueueClient("webjobs-blobtrigger-poison").ReceiveMessagesAsync(32);

    private static string Application(TestApp app) =>
        app.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>().ApplicationName;

    public sealed class Forms(Calls calls)
    {
        [Function("Text")]
        public void Text([BlobTrigger("%Container%/texts/{name}.txt", Connection = "Data")] string text, string name) => calls.Add($"{name}: {text}");

        [Function("Client")]
        public void Client([BlobTrigger("inbox/clients/{name}", Connection = "Data", Source = BlobTriggerSource.EventGrid)] BlobClient blob) =>
            calls.Add($"BlobClient {blob.BlobContainerName}/{blob.Name}");

        [Function("Block")]
        public void Block([BlobTrigger("inbox/blocks/{name}", Connection = "Data")] BlockBlobClient blob) =>
            calls.Add($"BlockBlobClient {blob.BlobContainerName}/{blob.Name}");

        [Function("Stream")]
        public async Task Stream([BlobTrigger("inbox/streams/{name}", Connection = "Data")] Stream stream)
        {
            using var reader = new StreamReader(stream);
            calls.Add($"Stream {await reader.ReadToEndAsync()}");
        }

        [Function("Bytes")]
        public void Bytes([BlobTrigger("inbox/bytes/{name}", Connection = "Data")] byte[] bytes) =>
            calls.Add($"byte[] {Encoding.UTF8.GetString(bytes)}");

        [Function("BinaryData")]
        public void Data([BlobTrigger("inbox/data/{name}", Connection = "Data")] BinaryData data) => calls.Add($"BinaryData {data}");
    }

    public sealed class Late(Calls calls)
    {
        [Function("Late")]
        public void Run([BlobTrigger("late/{name}", Connection = "Data")] string text) => calls.Add(text);
    }

    public sealed class Faults
    {
        public int Attempts { get; set; }
    }

    public sealed class Failing(Calls calls, Faults faults)
    {
        [Function("Fail")]
        public void Fail([BlobTrigger("inbox/faults/{times}", Connection = "Data")] BlobClient blob, int times)
        {
            calls.Add($"attempt {++faults.Attempts}");
            if (faults.Attempts <= times)
                throw new InvalidDataException(blob.Name);
            calls.Add("done");
        }
    }

    public sealed class Crowd
    {
        private TaskCompletionSource _open = Opened();
        private int _inside;

        public int Inside => Volatile.Read(ref _inside);

        public int Most { get; private set; }

        public void Hold() => _open = new TaskCompletionSource();

        public void Release() => _open.SetResult();

        public async Task EnterAsync()
        {
            lock (this)
                Most = Math.Max(Most, ++_inside);
            await _open.Task;
            await Task.Yield();
            lock (this)
                _inside--;
        }

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }

    public sealed class Crowded(Calls calls, Crowd crowd)
    {
        [Function("Enter")]
        public async Task Enter([BlobTrigger("inbox/crowd/{name}", Connection = "Data")] BlobClient blob)
        {
            await crowd.EnterAsync();
            calls.Add(blob.Name);
        }
    }

    private sealed class CountingPolicy : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        private readonly StringBuilder _content = new();

        public int Count { get; private set; }

        public string Content => _content.ToString();

        public override void OnReceivedResponse(Azure.Core.HttpMessage message)
        {
            Count++;
            if (message.Response.ContentStream is { CanSeek: true } stream)
            {
                using var reader = new StreamReader(stream, leaveOpen: true);
                _content.Append(reader.ReadToEnd());
                stream.Position = 0;
            }
        }
    }
}
