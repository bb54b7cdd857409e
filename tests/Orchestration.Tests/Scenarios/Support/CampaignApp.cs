using System.Globalization;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;
using Orchestration.Local;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Tests.Support;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>
/// The whole app on real storage, with business time that skips: uploads go to blobs, people act through HTTP, messages land in a folder. Time stands still
/// until the scenario lets it go on.
/// </summary>
public sealed partial class CampaignApp : IAsyncDisposable
{
    /// <summary>A Monday, well before the sends of <see cref="SomeCalendar"/>.</summary>
    public static readonly DateTimeOffset Start = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<Role, HttpClient> _clients = [];
    private readonly List<HttpClient> _caisses = [];
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

    /// <summary>Starts with people, templates and a calendar in place, which nobody has seen.</summary>
    public static async Task<CampaignApp> StartUnseenAsync(TestDatamart people, string calendar, CampaignAppSettings? settings = null)
    {
        var app = await StartAsync(settings);
        await app.UploadDatamartAsync(people);
        await app.UploadTemplatesAsync();
        await app.UploadCalendarAsync(calendar);
        return app;
    }

    /// <summary>The same, with every visa granted.</summary>
    public static async Task<CampaignApp> StartReadyAsync(TestDatamart people, string calendar, CampaignAppSettings? settings = null)
    {
        var app = await StartUnseenAsync(people, calendar, settings);
        await app.GrantAllAsync();
        return app;
    }

    public Task UntilRevisionAsync(int number, RevisionPhase phase) => UntilAsync(
        async () => (await RevisionAsync(number))?.Phase == phase, $"revision {number} is {phase}");

    public async Task<RevisionStatus?> RevisionAsync(int number) =>
        (await Durable.GetInstanceAsync(CalendarOrchestrator.InstanceId(SomeCalendar.Id, number), true))?.ReadCustomStatusAs<RevisionStatus>();

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
        foreach (var client in _clients.Values.Concat(_caisses))
            foreach (var visitor in _visitors)
                visitor.Dispose();
        foreach (var client in _clients.Values)
            client.Dispose();
        _hold.Dispose();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Dispose();
    }
}
