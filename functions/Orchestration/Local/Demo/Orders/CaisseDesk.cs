using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Local.Demo.Orders;

/// <summary>What the people of the caisses do over HTTP, each with their own key.</summary>
internal sealed class CaisseDesk(KeyStore keys, HttpClient http)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _keys = new(StringComparer.Ordinal);

    /// <summary>Asks for a campaign.</summary>
    /// <exception cref="DemoFailedException">It was not accepted.</exception>
    public Task<OrderAnswer> OrderAsync(DemoOrder order, CancellationToken cancellation) =>
        AskAsync(HttpMethod.Post, order.Caisse, "communication", order.Path, order.Name, order.Body, cancellation);

    /// <summary>Does what the order says comes next; asking again changes nothing.</summary>
    public Task FollowUpAsync(DemoOrder order, PlacedOrder placed, CancellationToken cancellation) => order.After switch
    {
        DemoFollowUp.Confirm => AskAsync(
            HttpMethod.Post, order.Caisse, "relecture", $"campaigns/{placed.Id}/confirmation", $"{order.Name}-confirmation",
            new { placed.ContentHash, Confirmed = true, Remark = "Relu" }, cancellation),
        _ => AskAsync(
            HttpMethod.Delete, order.Caisse, "communication", $"campaigns/{placed.Id}?reason=Changement%20d%E2%80%99avis", $"{order.Name}-annulation", null, cancellation),
    };

    private async Task<OrderAnswer> AskAsync(
        HttpMethod method, string caisse, string person, string path, string name, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"api/caisses/{caisse}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync($"{person}.{caisse.ToLowerInvariant()}", caisse, cancellation));
        request.Headers.Add("Idempotency-Key", name);
        if (body is not null)
            request.Content = JsonContent.Create(body, options: Json.Options);
        using var answer = await http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? new OrderAnswer(name, (int)answer.StatusCode, text)
            : throw new DemoFailedException($"« {name} » de {caisse} a été refusé : {text}");
    }

    private Task<string> KeyAsync(string person, string caisse, CancellationToken cancellation) => _keys.GetOrAdd(
        person,
        _ => new Lazy<Task<string>>(() => keys.IssueAsync(person, Role.Caisse, TimeSpan.FromDays(1), cancellation, caisse))).Value;
}
