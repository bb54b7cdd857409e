using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Local;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Messages;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>
/// The whole app on real storage, with business time that skips: uploads go to blobs, people act through HTTP, messages land in a folder. Time stands still
/// until the scenario lets it go on.
/// </summary>
public sealed class CampaignApp : IAsyncDisposable
{
    /// <summary>A Monday, well before the sends of <see cref="SomeCalendar"/>.</summary>
    public static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<Role, HttpClient> _clients = [];
    private readonly IHost _host;
    private readonly LocalRuntimeHost _runtime;
    private IDisposable _hold = new MemoryStream();

    private CampaignApp(TestAccount account, CampaignAppSettings settings)
    {
        var options = new LocalAppOptions(_folder.Path, 0, Start, Quiet: true);
        _host = LocalApp.Build(options, [], builder => Configure(builder, account, settings, _folder));
        _runtime = _host.Services.GetRequiredService<LocalRuntimeHost>();
    }

    public IServiceProvider Services => _host.Services;

    public DurableTaskClient Durable => _runtime.Durable;

    public DateTimeOffset Now => _runtime.Time.GetUtcNow();

    /// <summary>What happened to an orchestration, as the engine exports it.</summary>
    public Task<string> HistoryAsync(string instance) => _runtime.Engine.ExportHistoryAsync(instance);

    internal Containers Containers => Services.GetRequiredService<Containers>();

    internal Outbox Outbox => new(Path.Combine(_folder.Path, "outbox"));

    public static async Task<CampaignApp> StartAsync(CampaignAppSettings? settings = null)
    {
        var app = new CampaignApp(await TestStorage.TakeAccountAsync(), settings ?? new CampaignAppSettings());
        await app._host.StartAsync();
        app._hold = app._runtime.Time.Hold("scenario");
        return app;
    }

    /// <summary>Starts with people, templates and a calendar in place, every visa granted.</summary>
    public static async Task<CampaignApp> StartReadyAsync(TestDatamart people, string calendar, CampaignAppSettings? settings = null)
    {
        var app = await StartAsync(settings);
        await app.UploadDatamartAsync(people);
        await app.UploadTemplatesAsync();
        await app.UploadCalendarAsync(calendar);
        await app.GrantAllAsync();
        return app;
    }

    public HttpClient As(Role role) => _clients.TryGetValue(role, out var known) ? known : throw new InvalidOperationException($"Call SignInAsync({role}) first.");

    public async Task<HttpClient> SignInAsync(Role role, string? caller = null)
    {
        var key = await Services.GetRequiredService<KeyStore>().IssueAsync(caller ?? $"test.{role}", role, TimeSpan.FromDays(1), CancellationToken.None);
        var client = new HttpClient { BaseAddress = _runtime.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return _clients[role] = client;
    }

    public HttpClient Anonymous() => new() { BaseAddress = _runtime.Address };

    public async Task UploadDatamartAsync(TestDatamart people)
    {
        await people.UploadAsync(Containers);
        await UntilAsync(
            async () => await Services.GetRequiredService<SnapshotStore>().CurrentAsync(default) == people.Date, "the datamart is current");
    }

    /// <summary>The real templates, with files changed or added.</summary>
    public async Task<JsonElement> UploadTemplatesAsync(params (string Path, Func<string, string> Change)[] changes)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(SampleFiles.Templates, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(SampleFiles.Templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        foreach (var (path, change) in changes)
            await File.WriteAllTextAsync(folder.File(path), change(await File.ReadAllTextAsync(folder.File(path))));
        return await ReportOnAsync(
            Containers.TemplateReports, "templates.json", () => new Uploads(Containers).TemplatesAsync(folder.Path, CancellationToken.None));
    }

    /// <summary>One more file of a template, and its manifest again: a folder is read when its manifest comes.</summary>
    public async Task AddTemplateFileAsync(string path, byte[] content)
    {
        var folder = string.Join('/', path.Split('/').Take(2));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(SampleFiles.Templates, folder)).Where(file => Path.GetFileName(file) != "template.yaml"))
            await UploadAsync($"{folder}/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file));
        await UploadAsync(path, content);
        var report = await ReportOnAsync(Containers.TemplateReports, $"{folder}.json", async () =>
            await UploadAsync($"{folder}/template.yaml", await File.ReadAllBytesAsync(Path.Combine(SampleFiles.Templates, folder, "template.yaml"))));
        Assert.Empty(report.GetProperty("problems").EnumerateArray());

        Task UploadAsync(string name, byte[] bytes) => Containers.Templates.GetBlobClient(name).UploadAsync(new BinaryData(bytes), overwrite: true);
    }

    /// <summary>Uploads, waits for the report, and, unless it is refused or waits, until it is applied.</summary>
    public async Task<JsonElement> UploadCalendarAsync(string yaml)
    {
        var blob = Containers.Calendars.GetBlobClient("calendrier.yaml");
        var report = await ReportOnAsync(
            Containers.CalendarReports, "calendrier.json", () => blob.UploadAsync(BinaryData.FromString(yaml), overwrite: true));
        if (report.GetProperty("outcome").GetString() == "accepted")
            await UntilRevisionAsync(report.GetProperty("calendar").GetProperty("revision").GetInt32(), RevisionPhase.Applied);
        return report;
    }

    public Task UntilRevisionAsync(int number, RevisionPhase phase) => UntilAsync(
        async () => (await RevisionAsync(number))?.Phase == phase, $"revision {number} is {phase}");

    public async Task<RevisionStatus?> RevisionAsync(int number) =>
        (await Durable.GetInstanceAsync(CalendarOrchestrator.InstanceId(SomeCalendar.Id, number), true))?.ReadCustomStatusAs<RevisionStatus>();

    public async Task<IReadOnlyList<VisaRequest>> PendingVisasAsync()
    {
        var validator = _clients.GetValueOrDefault(Role.Validator) ?? await SignInAsync(Role.Validator);
        return (await validator.GetFromJsonAsync<IReadOnlyList<VisaRequest>>("api/visas", Json.Options))!;
    }

    /// <summary>Waits until every send asks for its visa, and grants them all.</summary>
    public async Task GrantAllAsync()
    {
        var sends = await Services.GetRequiredService<SendStore>().KeysAsync(SomeCalendar.Id, CancellationToken.None);
        await UntilAsync(async () => (await PendingVisasAsync()).Count >= sends.Count, "every send asks for a visa");
        foreach (var request in await PendingVisasAsync())
            (await DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
        foreach (var send in sends)
            await UntilPhaseAsync(send.Value, SendPhase.Planned);
    }

    public async Task<HttpResponseMessage> DecideAsync(VisaRequest request, bool granted) => await As(Role.Validator)
        .PostAsJsonAsync($"api/visas/{request.Send}", new { request.ContentHash, Granted = granted, Remark = "Relu" }, Json.Options);

    /// <summary>What an operator does to a send: pause, resume, cancel.</summary>
    public async Task ControlAsync(string send, string action)
    {
        var operate = _clients.GetValueOrDefault(Role.Operator) ?? await SignInAsync(Role.Operator);
        using var answer = await operate.PostAsJsonAsync($"api/sends/{send}/{action}", new { Reason = "Essai" });
        answer.EnsureSuccessStatusCode();
    }

    public async Task<SendStatus?> StatusAsync(string send) => (await Durable.GetInstanceAsync(send, true))?.ReadCustomStatusAs<SendStatus>();

    public Task UntilPhaseAsync(string send, SendPhase phase) =>
        UntilAsync(async () => (await StatusAsync(send))?.Phase == phase, $"{send} is {phase}");

    /// <summary>Lets time go on until a moment, and holds it there.</summary>
    public async Task PlayUntilAsync(DateTimeOffset moment)
    {
        var arrival = _runtime.Time.WaitUntilAsync(moment, CancellationToken.None);
        _hold.Dispose();
        _hold = await arrival.WaitAsync(Patience);
    }

    /// <summary>Lets time go on until a send has ended, and gives its report, whose account holds.</summary>
    public async Task<SendReport> PlayToEndAsync(string send)
    {
        _hold.Dispose();
        var ended = await Durable.WaitForInstanceCompletionAsync(send, true, CancellationToken.None).WaitAsync(Patience);
        _hold = _runtime.Time.Hold("scenario");
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, ended.FailureDetails?.ToString());
        var report = await Containers.Reports.ReadAsync<SendReport>($"{send}.json", CancellationToken.None);
        Assert.True(report.IsFinal);
        Assert.All(report.Caisses, tally => Assert.Empty(Accounting.Check(tally, isClosed: true)));
        return report;
    }

    /// <summary>Every message outcome that was recorded, by lot.</summary>
    internal async Task<IReadOnlyList<(LotId Lot, MessageOutcome Outcome)>> OutcomesAsync(string send)
    {
        var outcomes = new List<(LotId, MessageOutcome)>();
        await foreach (var blob in Containers.Progress.GetBlobsAsync(prefix: send + "/"))
        {
            if (!blob.Name.EndsWith(".ndjson", StringComparison.Ordinal))
                continue;
            var parts = blob.Name.Split('/');
            var lot = new LotId(SendKey.Parse(parts[0]), parts[1], int.Parse(parts[2].Split('.')[0], CultureInfo.InvariantCulture));
            var ledger = new OutcomeLedger();
            await ledger.ReadAsync(Containers.Progress, blob.Name, CancellationToken.None);
            outcomes.AddRange(ledger.All.Select(outcome => (lot, outcome)));
        }

        return outcomes;
    }

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"Waited in vain until {what}.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        foreach (var client in _clients.Values)
            client.Dispose();
        _hold.Dispose();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Dispose();
    }

    private static void Configure(FunctionsApplicationBuilder builder, TestAccount account, CampaignAppSettings settings, TemporaryFolder folder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = account.ConnectionString,
            [StorageAccounts.Exchange] = account.ConnectionString,
            [StorageAccounts.Data] = account.ConnectionString,
        });
        builder.UseLocalRuntime(runtime =>
        {
            runtime.StartStorage = false;
            runtime.HostJson = QuickHostJson(folder);
            runtime.EvictAfterEachStep = settings.EvictAfterEachStep;
            runtime.Polling.Shortest = TimeSpan.FromMilliseconds(10);
            runtime.Polling.LongestForBlobs = TimeSpan.FromMilliseconds(100);
        });
        builder.Services.Configure<DeliveryOptions>(delivery => delivery.ChunkSize = settings.ChunkSize);
        if (settings.Announces is { } keeps)
        {
            builder.Services.RemoveAll<IDeliveryQueue>();
            builder.Services.AddSingleton<StorageDeliveryQueue>();
            builder.Services.AddSingleton<IDeliveryQueue>(services => new LosingQueue(services.GetRequiredService<StorageDeliveryQueue>(), keeps));
        }

        if (settings.Provider is { } provider)
        {
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

    private static async Task<JsonElement> ReportOnAsync(BlobContainerClient reports, string name, Func<Task> upload)
    {
        var blob = reports.GetBlobClient(name);
        var before = await blob.ExistsAsync() ? (await blob.GetPropertiesAsync()).Value.ETag : default;
        await upload();
        await UntilAsync(async () => await blob.ExistsAsync() && (await blob.GetPropertiesAsync()).Value.ETag != before, $"{name} is written");
        return (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<JsonElement>();
    }
}
