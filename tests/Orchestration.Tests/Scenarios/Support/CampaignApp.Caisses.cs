using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What people of caisses do over HTTP.</summary>
public sealed partial class CampaignApp
{
    private readonly List<HttpClient> _communicators = [];

    /// <summary>A key of a caisse, or of the DDO when there is no caisse.</summary>
    public async Task<HttpClient> CommunicatorAsync(string caller, string? caisse, bool isTest = false)
    {
        var key = await Services.GetRequiredService<KeyStore>().IssueAsync(
            caller, caisse is null ? Role.Operator : Role.Caisse, TimeSpan.FromDays(400), CancellationToken.None, caisse, isTest);
        var client = new HttpClient { BaseAddress = _runtime.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _communicators.Add(client);
        return client;
    }

    /// <summary>Starts with people and templates, the visas of every model and layout granted.</summary>
    internal static async Task<CampaignApp> StartWithLibraryAsync(CampaignAppSettings? settings = null)
    {
        var app = await StartAsync(settings);
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        await UntilAsync(async () => (await app.PendingVisasAsync()).Any(request => request.Template.StartsWith("custom/", StringComparison.Ordinal)), "layouts ask for their visa");
        foreach (var request in await app.PendingVisasAsync())
            (await app.DecideAsync(request, granted: true)).EnsureSuccessStatusCode();
        return app;
    }

    internal static async Task<JsonElement> JsonOf(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(), Json.Options);
}
