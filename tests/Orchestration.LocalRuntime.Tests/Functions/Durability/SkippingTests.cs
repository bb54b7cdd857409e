using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Durability;

/// <summary>Business time jumps over a month of waiting, but never over work that its triggers know of.</summary>
public sealed class SkippingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2027, 3, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly Work _work = new();
    private TestAccount _account = null!;

    public async Task InitializeAsync() => _account = await TestStorage.TakeAccountAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Run_MonthLongTimer_EndsAtOnceInBusinessTime()
    {
        await using var app = await StartAsync();

        Assert.Equal(Start.AddDays(30), await WaitAMonthAsync(app));
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("blob")]
    [InlineData("http")]
    public async Task Run_WorkInFlight_TimeStandsStillUntilItEnds(string source)
    {
        await using var app = await StartAsync();
        _work.HoldNext();
        var request = await BeginAsync(app, source);
        await _work.Begun;

        var instance = await app.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("MonthOrchestrator");
        await app.Runtime.Durable.WaitForInstanceStartAsync(instance);
        await Eventually.TrueAsync(() => app.Runtime.TimeSkipper!.Obstacle.Contains("work is under way", StringComparison.Ordinal));
        Assert.Equal(Start, app.Runtime.Time.GetUtcNow());
        _work.Release();

        await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance);
        Assert.Equal(Start, _work.EndedAt);
        Assert.Equal(Start.AddDays(30), app.Runtime.Time.GetUtcNow());
        await request;
    }

    [Fact]
    public async Task Run_MessageInvisible_TimeStandsStill()
    {
        var queue = (await _account.Queues.CreateQueueAsync("work")).Value;
        await queue.SendMessageAsync("later", visibilityTimeout: TimeSpan.FromSeconds(2));
        await using var app = await StartAsync();

        Assert.Equal(Start.AddDays(30), await WaitAMonthAsync(app));

        Assert.Equal(Start, _work.EndedAt);
    }

    [Fact]
    public async Task Run_ChainOfTriggers_IsDoneAtTheMomentItBegan()
    {
        await using var app = await StartAsync();
        await app.Http.PostAsync("/api/chain", null);

        Assert.Equal(Start.AddDays(30), await WaitAMonthAsync(app));

        Assert.Equal(Start, _work.EndedAt);
    }

    // Whoever acts at a moment is not there yet when an app that was interrupted starts: it holds time before the start, or the clock passes that moment.
    [Fact]
    public async Task Start_TimeWasHeldBefore_StandsStillUntilTheHoldEnds()
    {
        using var folder = new TemporaryFolder();
        string instance;
        await using (var interrupted = await StartAsync(folder.Path))
        {
            using var hold = interrupted.Runtime.Time.Hold("stops before the timer");
            instance = await interrupted.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("MonthOrchestrator");
            await interrupted.Runtime.Durable.WaitForInstanceStartAsync(instance);
            await interrupted.StopAsync();
        }

        await using var app = await StartAsync(folder.Path, builder =>
            builder.Services.AddSingleton<HoldFromTheStart>().AddHostedService(services => services.GetRequiredService<HoldFromTheStart>()));
        var looks = app.Runtime.TimeSkipper!.Looks;
        await Eventually.TrueAsync(() => app.Runtime.TimeSkipper!.Looks > looks + 3);
        Assert.Equal(Start, app.Runtime.Time.GetUtcNow());

        app.Services.GetRequiredService<HoldFromTheStart>().Dispose();
        await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance);
        Assert.Equal(Start.AddDays(30), app.Runtime.Time.GetUtcNow());
    }

    private static async Task<DateTimeOffset> WaitAMonthAsync(TestApp app)
    {
        var instance = await app.Runtime.Durable.ScheduleNewOrchestrationInstanceAsync("MonthOrchestrator");
        var done = await app.Runtime.Durable.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true);
        return done.ReadOutputAs<DateTime>();
    }

    private async Task<Task> BeginAsync(TestApp app, string source)
    {
        switch (source)
        {
            case "queue":
                await (await _account.Queues.CreateQueueAsync("work")).Value.SendMessageAsync("now");
                return Task.CompletedTask;
            case "blob":
                await (await _account.Blobs.CreateBlobContainerAsync("work")).Value.UploadBlobAsync("now", BinaryData.FromString(""));
                return Task.CompletedTask;
            default:
                return app.Http.PostAsync("/api/work", null);
        }
    }

    private Task<TestApp> StartAsync(string? folder = null, Action<FunctionsApplicationBuilder>? change = null) => TestApp.StartAsync(new TestAppSettings
    {
        Folder = folder,
        Functions = [typeof(Workers)],
        Account = _account,
        Options = options => options.SkipTimeFrom = Start,
        Configure = builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Services.AddSingleton(_work).AddSingleton(_account);
            change?.Invoke(builder);
        },
    });

    public sealed class HoldFromTheStart(LocalRuntime.Time.BusinessTime time) : IHostedService, IDisposable
    {
        private readonly IDisposable _hold = time.Hold("the actors are not there yet");

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _hold.Dispose();
    }

    public sealed class Work
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _hold;

        public Task Begun => _begun.Task;

        public DateTimeOffset? EndedAt { get; private set; }

        public void HoldNext() => _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => _hold!.SetResult();

        public async Task DoAsync(LocalRuntime.Time.BusinessTime time)
        {
            _begun.TrySetResult();
            if (_hold is { } hold)
                await hold.Task;
            EndedAt = time.GetUtcNow();
        }
    }

    public sealed class Workers(Work work, TestAccount account, LocalRuntime.Time.BusinessTime time)
    {
        [Function("MonthOrchestrator")]
        public static async Task<DateTime> Month([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return context.CurrentUtcDateTime;
        }

        [Function("WorkOnMessage")]
        public Task WorkOnMessage([QueueTrigger("work", Connection = "Data")] string message) => work.DoAsync(time);

        [Function("WorkOnBlob")]
        public Task WorkOnBlob([BlobTrigger("work/{name}", Connection = "Data")] BlobClient blob) => work.DoAsync(time);

        [Function("WorkOnRequest")]
        public Task WorkOnRequest([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "work")] HttpRequest request) => work.DoAsync(time);

        /// <summary>A request leaves a blob, the blob a message.</summary>
        [Function("Chain")]
        public async Task Chain([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "chain")] HttpRequest request)
        {
            await account.Queues.GetQueueClient("work").CreateIfNotExistsAsync();
            var links = account.Blobs.GetBlobContainerClient("links");
            await links.CreateIfNotExistsAsync();
            await links.UploadBlobAsync("first", BinaryData.FromString("on"));
        }

        [Function("Link")]
        public async Task Link([BlobTrigger("links/{name}", Connection = "Data")] string text) =>
            await account.Queues.GetQueueClient("work").SendMessageAsync(text);
    }
}
