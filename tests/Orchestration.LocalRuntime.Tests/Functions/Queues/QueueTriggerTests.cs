using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.LocalRuntime.Time;

namespace Orchestration.LocalRuntime.Tests.Functions.Queues;

public sealed class QueueTriggerTests : IAsyncLifetime, IDisposable
{
    private readonly Calls _calls = new();
    private readonly Gate _gate = new();
    private TestAccount _account = null!;

    public async Task InitializeAsync() => _account = await TestStorage.TakeAccountAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _gate.Dispose();

    [Theory]
    [InlineData("texts", "hello", "string hello")]
    [InlineData("data", "hello", "BinaryData hello")]
    [InlineData("bytes", "hello", "byte[] hello")]
    [InlineData("messages", "hello", "QueueMessage hello 1")]
    [InlineData("people", """{"firstName":"Ada"}""", "Person Ada")]
    [InlineData("named", "hello", "named hello 1")]
    public async Task Send_EachFormOfBinding_IsBound(string queue, string text, string expected)
    {
        await using var app = await StartAsync(typeof(Forms));

        await SendAsync(queue, text);

        Assert.Equal(expected, await _calls.NextAsync());
        await EmptyAsync(queue);
    }

    [Fact]
    public async Task Send_FailsTwice_IsTriedAgain()
    {
        await using var app = await StartAsync(typeof(Failing));

        await SendAsync("faults", "2");

        Assert.Equal(["attempt 1", "attempt 2", "attempt 3", "done"], await _calls.NextAsync(4));
        await EmptyAsync("faults");
        Assert.Empty(await PoisonAsync("faults"));
    }

    [Fact]
    public async Task Send_AlwaysFails_GoesToThePoisonQueueAsItWasSent()
    {
        await using var app = await StartAsync(typeof(Failing));

        await SendAsync("faults", "9");

        Assert.Equal(["attempt 1", "attempt 2", "attempt 3", "attempt 4", "attempt 5"], await _calls.NextAsync(5));
        await EmptyAsync("faults");
        var poison = Assert.Single(await PoisonAsync("faults"));
        Assert.Equal("9", poison.Body.ToString());
        Assert.True(poison.ExpiresOn > DateTimeOffset.MaxValue.AddYears(-1));
        Assert.Equal(5, app.Logs.At(LogLevel.Error).Count(message => message.Contains("Fail failed on message", StringComparison.Ordinal)));
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Send_FailsWithAVisibilityTimeout_StaysInvisibleMeanwhile()
    {
        await using var app = await StartAsync(typeof(Failing), """{ "visibilityTimeout": "1.00:00:00", "maxPollingInterval": "00:00:00.1" }""");

        await SendAsync("faults", "9");

        Assert.Equal("attempt 1", await _calls.NextAsync());
        var queue = _account.Queues.GetQueueClient("faults");
        var work = Work(app, "faults");
        await Eventually.TrueAsync(() => !work.IsBusy);
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        Assert.True(await work.HasWaitingWorkAsync(CancellationToken.None));
        Assert.Empty(await PoisonAsync("faults"));
    }

    [Fact]
    public async Task Send_NotBase64_GoesToThePoisonQueueUnread()
    {
        await using var app = await StartAsync(typeof(Forms));
        var queue = new QueueClient(_account.ConnectionString, "texts");
        await queue.CreateIfNotExistsAsync();

        await queue.SendMessageAsync("<not base64>");

        var poison = new QueueClient(_account.ConnectionString, "texts-poison");
        await Eventually.TrueAsync(async () => await poison.ExistsAsync());
        QueueMessage[] messages = [];
        await Eventually.TrueAsync(async () => (messages = await poison.ReceiveMessagesAsync()).Length > 0);
        Assert.Equal("<not base64>", messages[0].MessageText);
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Send_EncodingNone_TakesPlainText()
    {
        await using var app = await StartAsync(typeof(Forms), """{ "messageEncoding": "none", "maxPollingInterval": "00:00:00.1" }""");
        var queue = new QueueClient(_account.ConnectionString, "texts");
        await queue.CreateIfNotExistsAsync();

        await queue.SendMessageAsync("plain");

        Assert.Equal("string plain", await _calls.NextAsync());
    }

    [Fact]
    public async Task Send_JsonThatDoesNotFit_EndsInThePoisonQueue()
    {
        await using var app = await StartAsync(typeof(Forms));

        await SendAsync("people", "[1]");

        await Eventually.TrueAsync(async () => (await PoisonAsync("people")).Length == 1);
        Assert.Contains(app.Logs.At(LogLevel.Error), message => message.Contains("is not a Person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_LongerThanTheLease_IsRenewedAndRunsOnce()
    {
        await using var app = await StartAsync(typeof(Gated), lease: TimeSpan.FromSeconds(1));
        await SendAsync("gated", "slow");
        Assert.Equal("slow", await _calls.NextAsync());
        var queue = _account.Queues.GetQueueClient("gated");

        // By the storage's own clock three leases go by: without renewal the message would be visible, too.
        var clock = (await _account.Queues.CreateQueueAsync("clock")).Value;
        await clock.SendMessageAsync("three leases later", visibilityTimeout: TimeSpan.FromSeconds(3));
        await Eventually.TrueAsync(async () => (await clock.ReceiveMessagesAsync()).Value.Length == 1);
        Assert.Empty((await queue.ReceiveMessagesAsync()).Value);
        _gate.Open();

        await EmptyAsync("gated");
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task Send_Many_RunsUpToABatchMoreThanTheThreshold()
    {
        for (var i = 0; i < 12; i++)
            await SendAsync("gated", $"{i}");
        await using var app = await StartAsync(typeof(Gated), """{ "batchSize": 3, "newBatchThreshold": 2, "maxPollingInterval": "00:00:00.1" }""");

        // Batches of three are received while at most two run: 3, then none until one ends.
        await _calls.NextAsync(3);
        await Eventually.TrueAsync(() => _gate.Inside == 3);
        _gate.Let(1);
        await _calls.NextAsync(3);
        await Eventually.TrueAsync(() => _gate.Inside == 5);
        _gate.Open();

        await _calls.NextAsync(6);
        await EmptyAsync("gated");
        Assert.Equal(5, _gate.Most);
    }

    [Fact]
    public async Task Start_MessageThatKilledTheProcessTooOften_GoesToThePoisonQueueUnread()
    {
        await SendAsync("gated", "deadly");
        var queue = _account.Queues.GetQueueClient("gated");
        for (var i = 0; i < 5; i++)
        {
            var message = (await queue.ReceiveMessageAsync()).Value;
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt);
        }

        await using var app = await StartAsync(typeof(Gated));

        await Eventually.TrueAsync(async () => (await PoisonAsync("gated")).Length == 1);
        _calls.AssertNoMore();
    }

    [Fact]
    public async Task StopAsync_FunctionRuns_WaitsForIt()
    {
        var app = await StartAsync(typeof(Gated));
        await SendAsync("gated", "last");
        await _calls.NextAsync();

        var stopping = app.StopAsync();
        Assert.False(stopping.IsCompleted);
        _gate.Open();
        await stopping;

        await EmptyAsync("gated");
        await app.DisposeAsync();
    }

    [Fact]
    public async Task StopAsync_FunctionOutlastsTheDeadline_IsCancelledAndTheMessageComesBack()
    {
        var app = await StartAsync(typeof(Endless));
        await SendAsync("endless", "stubborn");
        Assert.Equal("started 1", await _calls.NextAsync());

        using var deadline = new CancellationTokenSource();
        var stopping = app.StopAsync(deadline.Token);
        await deadline.CancelAsync();
        await stopping;
        await app.DisposeAsync();

        await using var again = await StartAsync(typeof(Endless));
        Assert.Equal("started 2", await _calls.NextAsync());
        await again.StopAsync(new CancellationToken(canceled: true));
    }

    [Fact]
    public async Task Send_WhileTheFunctionRuns_KeepsTimeFromSkipping()
    {
        await using var app = await StartAsync(typeof(Gated));
        var work = Work(app, "gated");
        Assert.False(await work.HasWaitingWorkAsync(CancellationToken.None));
        var before = work.Epoch;

        await SendAsync("gated", "busy");
        Assert.True(await work.HasWaitingWorkAsync(CancellationToken.None));
        await _calls.NextAsync();
        Assert.True(work.IsBusy);
        Assert.True(work.Epoch > before);
        _gate.Open();

        await Eventually.TrueAsync(() => !work.IsBusy);
        Assert.False(await work.HasWaitingWorkAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Send_IdleForLong_IsPickedUpAtOnceAfterALook()
    {
        await using var app = await StartAsync(typeof(Forms), """{ "maxPollingInterval": "01:00:00" }""", shortest: TimeSpan.FromHours(1));
        await SendAsync("texts", "early");

        Assert.True(await Work(app, "texts").HasWaitingWorkAsync(CancellationToken.None));

        Assert.Equal("string early", await _calls.NextAsync());
    }

    [Fact]
    public async Task Start_MessagesOfAKilledApp_ComeBackWhenTheirLeaseEnds()
    {
        await SendAsync("texts", "orphan");
        await _account.Queues.GetQueueClient("texts").ReceiveMessageAsync(TimeSpan.FromSeconds(1));

        await using var app = await StartAsync(typeof(Forms));

        Assert.Equal("string orphan", await _calls.NextAsync());
    }

    private Task<TestApp> StartAsync(
        Type functions,
        string queues = """{ "maxPollingInterval": "00:00:00.1" }""",
        TimeSpan? lease = null,
        TimeSpan? shortest = null) => TestApp.StartAsync(new TestAppSettings
        {
            Functions = [functions],
            Account = _account,
            HostJson = $$"""{ "version": "2.0", "extensions": { "queues": {{queues}} } }""",
            Configure = builder =>
            {
                builder.ConfigureFunctionsWebApplication();
                builder.Services.AddSingleton(_calls).AddSingleton(_gate);
            },
            Options = options =>
            {
                options.Polling.QueueLease = lease ?? options.Polling.QueueLease;
                options.Polling.Shortest = shortest ?? options.Polling.Shortest;
            },
        });

    private async Task SendAsync(string queue, string text)
    {
        var client = _account.Queues.GetQueueClient(queue);
        await client.CreateIfNotExistsAsync();
        await client.SendMessageAsync(text);
    }

    private Task EmptyAsync(string queue) => Eventually.TrueAsync(async () =>
        (await _account.Queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);

    private async Task<QueueMessage[]> PoisonAsync(string queue)
    {
        var poison = _account.Queues.GetQueueClient($"{queue}-poison");
        return await poison.ExistsAsync() ? await poison.ReceiveMessagesAsync(32) : [];
    }

    private static IWorkSource Work(TestApp app, string queue) =>
        Assert.Single(app.Services.GetServices<IWorkSource>(), source => source.Name == $"queue {queue}");

    public sealed record Person(string FirstName);

    public sealed class Forms(Calls calls)
    {
        [Function("Text")]
        public void Text([QueueTrigger("texts", Connection = "Data")] string text) => calls.Add($"string {text}");

        [Function("Data")]
        public void Data([QueueTrigger("data", Connection = "Data")] BinaryData data) => calls.Add($"BinaryData {data}");

        [Function("Bytes")]
        public void Bytes([QueueTrigger("bytes", Connection = "Data")] byte[] bytes) => calls.Add($"byte[] {System.Text.Encoding.UTF8.GetString(bytes)}");

        [Function("Message")]
        public void Message([QueueTrigger("messages", Connection = "Data")] QueueMessage message) =>
            calls.Add($"QueueMessage {message.Body} {message.DequeueCount}");

        [Function("People")]
        public void People([QueueTrigger("people", Connection = "Data")] Person person) => calls.Add($"Person {person.FirstName}");

        [Function("Named")]
        public void Named([QueueTrigger("named", Connection = "Data")] string text, int dequeueCount, FunctionContext context) =>
            calls.Add($"named {context.BindingContext.BindingData["queueTrigger"]} {dequeueCount}");
    }

    public sealed class Failing(Calls calls)
    {
        private static readonly ConcurrentDictionary<string, int> Attempts = new();

        [Function("Fail")]
        public void Fail([QueueTrigger("faults", Connection = "Data")] string times, string id)
        {
            var attempt = Attempts.AddOrUpdate(id, 1, (_, count) => count + 1);
            calls.Add($"attempt {attempt}");
            if (attempt <= int.Parse(times, System.Globalization.CultureInfo.InvariantCulture))
                throw new InvalidDataException(times);
            calls.Add("done");
        }
    }

    public sealed class Gate : IDisposable
    {
        private readonly SemaphoreSlim _semaphore = new(0);
        private readonly Lock _lock = new();

        public int Inside { get; private set; }

        public int Most { get; private set; }

        public void Let(int count) => _semaphore.Release(count);

        public void Open() => _semaphore.Release(1000);

        public void Dispose() => _semaphore.Dispose();

        public async Task PassAsync()
        {
            lock (_lock)
                Most = Math.Max(Most, ++Inside);
            await _semaphore.WaitAsync();
            lock (_lock)
                Inside--;
        }
    }

    public sealed class Gated(Calls calls, Gate gate)
    {
        [Function("Pass")]
        public Task Pass([QueueTrigger("gated", Connection = "Data")] string text)
        {
            calls.Add(text);
            return gate.PassAsync();
        }
    }

    public sealed class Endless(Calls calls)
    {
        [Function("Endless")]
        public Task Run([QueueTrigger("endless", Connection = "Data")] QueueMessage message, CancellationToken cancellation)
        {
            calls.Add($"started {message.DequeueCount}");
            return Task.Delay(Timeout.Infinite, cancellation);
        }
    }
}
