using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What a communicator of a caisse does over HTTP.</summary>
internal sealed class CaisseClient(HttpClient http, string caisse)
{
    public string Campaigns => $"api/caisses/{caisse}/campaigns";

    public HttpClient Http => http;

    /// <summary>E-mail to the owners of an account, who are everybody in <see cref="TestDatamart.Small"/>.</summary>
    public static object Order(string date = "2027-03-09", string ifBusy = "refuse", int version = 1) =>
        new { model = "library/compte-ameli-services", version, date, ifBusy };

    public static async Task<CaisseClient> OfAsync(CampaignApp app, string caisse = "CGSS-971") => new(await app.SignInCaisseAsync(caisse), caisse);

    public Task<HttpResponseMessage> PostAsync(object order, string query = "", string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/caisses/{caisse}/orders{query}") { Content = JsonContent.Create(order, options: Json.Options) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request);
    }

    /// <summary>Places an order that is taken.</summary>
    public async Task<JsonElement> PlaceAsync(object order)
    {
        using var answer = await PostAsync(order);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await BodyAsync(answer);
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await BodyAsync(answer);
    }

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
