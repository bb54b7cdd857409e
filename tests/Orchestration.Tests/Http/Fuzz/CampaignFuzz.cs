using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Http.OpenApi;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Http.Fuzz;

/// <summary>Any request to any route, through the whole app: an answer that a program can read, and never a failure.</summary>
public sealed class CampaignFuzz
{
    internal const string Caisse = "CGSS-971";
    private const int AtOnce = 4;

    private const string WithTrigger = """
          - id: alerte
            campaign: ror
            public: insured
            audience: age >= 18
            channels: [email, sms]
            template: national/ror-invitation
            on: pic-epidemique
        """;

    private static readonly JsonNode Document = ApiDocument.Create();

    [Fact]
    public Task Api_SomeBodies_AnswersAndNeverFails() => RunAsync(1_500, seed: 20270301);

    [Fact]
    [Trait("Category", "Long")]
    public Task Api_TenThousandBodies_AnswersAndNeverFails() => RunAsync(10_000, seed: 5);

    /// <summary>The schema of a body and the reader of it know the same members, and want the same ones.</summary>
    [Fact]
    public async Task Api_SchemasOfBodies_AreWhatTheRoutesRead()
    {
        await using var app = await StartAsync();
        using var national = await ClientAsync(app, null);
        using var caisse = await ClientAsync(app, Caisse);
        foreach (var route in ApiRoute.All())
        {
            if (FuzzRequests.SchemaOf(Document, route) is not { } schema || route.Path.Contains("{id}", StringComparison.Ordinal))
                continue;
            var record = Document["components"]!["schemas"]![schema["$ref"]!.GetValue<string>().Split('/')[^1]]!;
            var client = ClientOf(route, national, caisse);
            using var empty = new StringContent("{}", Encoding.UTF8, "application/json");
            var missing = await FaultsAsync(client, route, empty);
            Assert.Equal(
                (record["required"]?.AsArray() ?? []).Select(name => $"/{name}").Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));

            using var wrong = new StringContent(
                $"{{{string.Join(',', record["properties"]!.AsObject().Select(member => $"\"{member.Key}\": {{\"?\": []}}"))}}}", Encoding.UTF8, "application/json");
            Assert.Equal(
                record["properties"]!.AsObject().Select(member => $"/{member.Key}").Order(StringComparer.Ordinal),
                (await FaultsAsync(client, route, wrong)).Select(pointer => "/" + pointer.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static async Task RunAsync(int count, int seed)
    {
        await using var app = await StartAsync();
        using var national = await ClientAsync(app, null);
        using var caisse = await ClientAsync(app, Caisse);
        var requests = new FuzzRequests(Document, seed);
        var routes = ApiRoute.All().Where(route => route.Method != "get").ToList();
        var reads = ApiRoute.All().Where(route => route.Method == "get").ToList();
        var ids = await IdsAsync(caisse);
        for (var done = 0; done < count; done += AtOnce)
        {
            var batch = Enumerable.Range(done, AtOnce)
                .Select(number => number % 10 == 9 ? reads[number / 10 % reads.Count] : routes[number % routes.Count])
                .Select(async route =>
                {
                    using var request = requests.Next(route, ids);
                    await CheckAsync(ClientOf(route, national, caisse), request, route);
                });
            await Task.WhenAll(batch.ToList());
            if (done % 100 == 0)
                ids = await IdsAsync(caisse);
        }
    }

    private static async Task CheckAsync(HttpClient client, HttpRequestMessage request, ApiRoute route)
    {
        var sent = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var what = $"{request.Method} {request.RequestUri} {Encoding.UTF8.GetString(sent)[..Math.Min(2_000, sent.Length / 4)]}\n{Convert.ToBase64String(sent)[..Math.Min(4_000, sent.Length)]}\n-> {(int)answer.StatusCode} {text}";
        Assert.True((int)answer.StatusCode < 500, what);
        if (answer.IsSuccessStatusCode || route.Description?.ContentType == "text/html")
            return;
        Assert.True(answer.Content.Headers.ContentType?.MediaType == "application/problem+json", what);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.True(problem.GetProperty("status").GetInt32() == (int)answer.StatusCode, what);
        Assert.StartsWith("/problems/", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()), what);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(HttpClient client, ApiRoute route, HttpContent body)
    {
        var path = route.Pattern.Parameters.Aggregate(route.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", parameter.Name switch
        {
            "calendar" => SomeCalendar.Id,
            "send" => SomeCalendar.Invitation,
            "number" => "1",
            "action" => "pause",
            "trigger" => "pic-epidemique",
            "caisse" => Caisse,
            _ => "x",
        }, StringComparison.Ordinal));
        using var request = new HttpRequestMessage(new HttpMethod(route.Method.ToUpperInvariant()), path) { Content = body };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 422, $"{route.Method} {path}: {text}");
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!)];
    }

    /// <summary>The routes of a caisse are called with the key of one; nobody else's role opens all of them.</summary>
    private static HttpClient ClientOf(ApiRoute route, HttpClient national, HttpClient caisse) => route.Roles?.Contains(Role.Caisse) == true ? caisse : national;

    private static async Task<CampaignApp> StartAsync()
    {
        var settings = new CampaignAppSettings
        {
            EvictAfterEachStep = false,
            Configuration = new Dictionary<string, string?> { ["Http:ReadsPerMinute"] = "1000000", ["Http:WritesPerMinute"] = "1000000" },
        };
        var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false, extra: WithTrigger), settings);
        await app.GrantModelsAsync();
        return app;
    }

    private static async Task<HttpClient> ClientAsync(CampaignApp app, string? caisse)
    {
        var role = caisse is null ? Role.Reader | Role.Planner | Role.Validator | Role.Operator : Role.Caisse;
        var key = await app.Services.GetRequiredService<KeyStore>()
            .IssueAsync(caisse ?? "national", role, TimeSpan.FromDays(1), CancellationToken.None, caisse, isTest: caisse is not null);
        var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(HttpClient caisse)
    {
        using var answer = await caisse.GetAsync($"api/caisses/{Caisse}/campaigns?limit=5");
        return answer.IsSuccessStatusCode
            ? [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)]
            : [];
    }
}
