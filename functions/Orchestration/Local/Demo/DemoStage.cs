using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Reports;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Delivery;
using Orchestration.Local.Datamart;
using Orchestration.Local.Demo.Orders;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Demo;

/// <summary>What the demo does to the app, from outside: uploads, HTTP calls, reading of reports.</summary>
internal sealed class DemoStage(IServiceProvider services, LocalRuntimeHost runtime, DemoOptions options) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Containers _containers = services.GetRequiredService<Containers>();
    private readonly SendStore _sends = services.GetRequiredService<SendStore>();
    private readonly RevisionStore _revisions = services.GetRequiredService<RevisionStore>();
    private readonly HttpClient _http = new();
    private string? _operatorKey;

    public IServiceProvider Services => services;

    public DurableTaskClient Durable => runtime.Durable;

    /// <summary>Of the caisses' own people.</summary>
    public CaisseDesk Desk => field ??= new CaisseDesk(services.GetRequiredService<KeyStore>(), _http);

    /// <summary>Everything is uploaded again if a former run was interrupted: the same content changes nothing.</summary>
    public async Task SetUpAsync(CancellationToken cancellation)
    {
        _http.BaseAddress = runtime.Address;
        var keys = services.GetRequiredService<KeyStore>();
        var key = await keys.IssueAsync("validation.demo", Role.Validator, TimeSpan.FromDays(1), cancellation);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _operatorKey = await keys.IssueAsync("exploitation.demo", Role.Operator, TimeSpan.FromDays(1), cancellation);

        AnsiConsole.WriteLine($"Dépôt du datamart : {FrenchNumbers.Of(options.People)} assurés inventés, dans {options.Caisses} caisses.");
        var uploads = new Uploads(_containers);
        var date = DateOnly.FromDateTime(options.Script.Start.UtcDateTime);
        if (!await _containers.Datamart.GetBlobClient($"{date:yyyy-MM-dd}/manifest.json").ExistsAsync(cancellation))
            await uploads.DatamartAsync(new SyntheticDatamart(new SyntheticSize(date, options.People), Populations.Read(options.Caisses)), date, cancellation);
        await UntilAsync(async () => await _containers.Reports.GetBlobClient($"datamart/{date:yyyy-MM-dd}.json").ExistsAsync(cancellation), cancellation);

        AnsiConsole.WriteLine("Dépôt des gabarits.");
        await uploads.TemplatesAsync(SampleFiles.Templates, cancellation);
        await UntilAsync(async () => await _containers.TemplateReports.GetBlobClient("templates.json").ExistsAsync(cancellation), cancellation);
        await RefuseAsync(_containers.TemplateReports, "templates.json", cancellation);

        AnsiConsole.WriteLine("Dépôt du calendrier.");
        await uploads.CalendarAsync(SampleFiles.Find(options.Script.File), cancellation);
        await UntilAsync(async () => await IsAppliedAsync(cancellation), cancellation);
    }

    /// <summary>Those of the calendar, and what caisses ordered.</summary>
    public async Task<IReadOnlyList<SendKey>> SendsAsync(CancellationToken cancellation) => options.Script.Orders.Count == 0
        ? await _sends.KeysAsync(options.Script.Calendar, cancellation)
        : await _sends.AllKeysAsync(cancellation);

    public async Task<SendStatus?> StatusAsync(SendKey send, CancellationToken cancellation) =>
        (await Durable.GetInstanceAsync(send.Value, getInputsAndOutputs: true, cancellation))?.ReadCustomStatusAs<SendStatus>();

    public Task<SendReport> ReportAsync(SendKey send, CancellationToken cancellation) =>
        _containers.Reports.ReadAsync<SendReport>($"{send}.json", cancellation);

    /// <summary>What a validator of Dicom has to see: what caisses wrote themselves is confirmed there.</summary>
    public async Task<IReadOnlyList<VisaRequest>> PendingVisasAsync(CancellationToken cancellation) =>
        [.. (await _http.GetFromJsonAsync<IReadOnlyList<VisaRequest>>("api/visas", Json.Options, cancellation) ?? []).Where(request => request.Caisse is null)];

    public async Task GrantAsync(VisaRequest request, CancellationToken cancellation)
    {
        var body = new { request.ContentHash, Granted = true, Remark = "Relu" };
        using var answer = await _http.PostAsJsonAsync($"api/visas/{request.Send}", body, Json.Options, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public async Task RaiseAsync(DemoTrigger trigger, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calendars/{options.Script.Calendar}/triggers/{trigger.Name}")
        {
            Content = JsonContent.Create(new { trigger.Reason }, options: Json.Options),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _operatorKey);
        using var answer = await _http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new DemoFailedException($"Le déclencheur « {trigger.Name} » n’a pas pu être levé : {await answer.Content.ReadAsStringAsync(cancellation)}");
    }

    /// <summary>False as long as a journey may still start a send.</summary>
    public async Task<bool> AreJourneysOverAsync(CancellationToken cancellation)
    {
        if (await _revisions.HeadAsync(options.Script.Calendar, cancellation) is not { } head)
            return false;
        return await Durable.GetInstanceAsync(JourneyOrchestrator.InstanceId(options.Script.Calendar, head.Applied), cancellation) is null or { IsCompleted: true };
    }

    /// <summary>As a mail program does it (RFC 8058).</summary>
    public async Task UnsubscribeAsync(Uri link, CancellationToken cancellation)
    {
        using var body = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await _http.PostAsync(link.PathAndQuery, body, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Every message that was rendered for a send, with its lot.</summary>
    public async IAsyncEnumerable<(LotId Lot, Guid Message)> MessagesAsync(SendKey send, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lots = services.GetRequiredService<LotStore>();
        foreach (var caisse in (await _sends.ReadAsync(send, cancellation)).Plan.Caisses)
        {
            for (var lot = new LotId(send, caisse, 1); await lots.FindAsync(lot, cancellation) is { } ready; lot = lot with { Number = lot.Number + 1 })
            {
                foreach (var message in await LotMessages.OpenAsync(_containers, ready, cancellation))
                    yield return (lot, message.Id);
            }
        }
    }

    /// <summary>What the provider says later of a message.</summary>
    public Task ReceiveAsync(Receipt receipt, CancellationToken cancellation) => services.GetRequiredService<StorageAccounts>()
        .Queues(StorageAccounts.Data).GetQueueClient(ApplyReceipt.Queue).SendMessageAsync(JsonSerializer.Serialize(receipt, Json.Options), cancellation);

    public Task CopyReportsAsync(string folder, CancellationToken cancellation) => ReportsFolder.CopyAsync(_containers, folder, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<bool> IsAppliedAsync(CancellationToken cancellation)
    {
        await RefuseAsync(_containers.CalendarReports, Path.ChangeExtension(options.Script.File, ".json"), cancellation);
        var revision = await Durable.GetInstanceAsync(CalendarOrchestrator.InstanceId(options.Script.Calendar, 1), true, cancellation);
        if (revision is { RuntimeStatus: OrchestrationRuntimeStatus.Failed })
            throw new DemoFailedException($"Le calendrier n’a pas pu être appliqué : {revision.FailureDetails?.ErrorMessage}");
        return revision?.ReadCustomStatusAs<RevisionStatus>()?.Phase == RevisionPhase.Applied;
    }

    /// <summary>The files of the demo are good: when they are refused, something else is wrong, and the report says what.</summary>
    private static async Task RefuseAsync(BlobContainerClient reports, string name, CancellationToken cancellation)
    {
        var report = await reports.TryReadAsync<UploadReport>(name, cancellation);
        if (report?.Value.Errors.ToArray() is { Length: > 0 } errors)
            throw new DemoFailedException($"{reports.Name}/{name} refuse le fichier de la démonstration :\n{string.Join('\n', errors.AsEnumerable())}");
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancellation)
    {
        while (!await holds())
            await Task.Delay(Glance, cancellation);
    }
}
