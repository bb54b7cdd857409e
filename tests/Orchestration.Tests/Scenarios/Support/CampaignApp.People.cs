using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Caisses.Orders;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Campaigns.Visas;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What people do over HTTP.</summary>
public sealed partial class CampaignApp
{
    public HttpClient As(Role role) => _clients.TryGetValue(role, out var known) ? known : throw new InvalidOperationException($"Call SignInAsync({role}) first.");

    public async Task<HttpClient> SignInAsync(Role role, string? caller = null)
    {
        var key = await Services.GetRequiredService<KeyStore>().IssueAsync(caller ?? $"test.{role}", role, TimeSpan.FromDays(1), CancellationToken.None);
        return _clients[role] = ClientWith(key);
    }

    /// <summary>A communicator of one caisse; each key is another person unless a name is given.</summary>
    /// <param name="caisse">Id of the caisse.</param>
    /// <param name="caller">Who; null for <c>com.{caisse}</c>.</param>
    /// <param name="isTest">What the key orders goes to the outbox only.</param>
    public async Task<HttpClient> SignInCaisseAsync(string caisse, string? caller = null, bool isTest = false)
    {
        var key = await Services.GetRequiredService<KeyStore>().IssueAsync(
            caller ?? $"com.{caisse}", Role.Caisse, TimeSpan.FromDays(1), CancellationToken.None, caisse, isTest);
        var client = ClientWith(key);
        _caisses.Add(client);
        return client;
    }

    public HttpClient Anonymous() => new() { BaseAddress = _runtime.Address };

    /// <summary>What sends wait for, without the library.</summary>
    public async Task<IReadOnlyList<VisaRequest>> PendingVisasAsync() => [.. (await AllPendingVisasAsync()).Where(request => !IsOfLibrary(request))];

    /// <summary>Models and layouts that were published and not approved yet.</summary>
    public async Task<IReadOnlyList<VisaRequest>> PendingModelsAsync() => [.. (await AllPendingVisasAsync()).Where(IsOfLibrary)];

    /// <summary>A validator approves every model and layout of the library.</summary>
    public async Task GrantModelsAsync()
    {
        foreach (var request in await PendingModelsAsync())
            (await DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
    }

    /// <summary>Waits until every send asks for its visa, and grants them all.</summary>
    public async Task GrantAllAsync()
    {
        var sends = await Services.GetRequiredService<SendStore>().KeysAsync(SomeCalendar.Id, CancellationToken.None);
        await UntilAsync(async () => (await PendingVisasAsync()).Count >= sends.DistinctBy(send => send.Series).Count(), "every send asks for a visa");
        foreach (var request in await PendingVisasAsync())
            (await DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
        foreach (var send in sends)
            await UntilPhaseAsync(send.Value, SendPhase.Planned);
    }

    /// <summary>Waits until so many contents ask for their visa, and grants them.</summary>
    public async Task GrantAsync(int pending)
    {
        await UntilAsync(async () => (await PendingVisasAsync()).Count == pending, $"{pending} contents ask for a visa");
        foreach (var request in await PendingVisasAsync())
            (await DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
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

    /// <summary>A planner confirms a revision that waits; waits until it is applied.</summary>
    public async Task ConfirmAsync(int revision)
    {
        var planner = _clients.GetValueOrDefault(Role.Planner) ?? await SignInAsync(Role.Planner);
        using var answer = await planner.PostAsJsonAsync(
            $"api/calendars/{SomeCalendar.Id}/revisions/{revision}/decision", new { Confirmed = true });
        answer.EnsureSuccessStatusCode();
        await UntilRevisionAsync(revision, RevisionPhase.Applied);
    }

    /// <summary>An operator has a caisse that could not be counted tried again.</summary>
    public async Task RetryAsync(string send, string caisse)
    {
        var operate = _clients.GetValueOrDefault(Role.Operator) ?? await SignInAsync(Role.Operator);
        using var answer = await operate.PostAsync($"api/sends/{send}/caisses/{caisse}/retry", null);
        answer.EnsureSuccessStatusCode();
    }

    private static bool IsOfLibrary(VisaRequest request) => request.Send.Value.StartsWith(OrderId.Library + ".", StringComparison.Ordinal);

    private async Task<IReadOnlyList<VisaRequest>> AllPendingVisasAsync()
    {
        var validator = _clients.GetValueOrDefault(Role.Validator) ?? await SignInAsync(Role.Validator);
        return (await validator.GetFromJsonAsync<IReadOnlyList<VisaRequest>>("api/visas", Json.Options))!;
    }

    private HttpClient ClientWith(string key)
    {
        var client = new HttpClient { BaseAddress = _runtime.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
