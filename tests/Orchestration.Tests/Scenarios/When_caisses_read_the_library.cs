using System.Net;
using System.Net.Http.Headers;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_caisses_read_the_library
{
    [Fact]
    public async Task Should_find_what_to_know_before_ordering()
    {
        await using var app = await CampaignApp.StartAsync();
        await app.UploadDatamartAsync(TestDatamart.Small());
        await app.UploadTemplatesAsync();
        var caisse = await CaisseClient.OfAsync(app);

        var before = await caisse.GetAsync("api/library/library/carte-vitale-a-jour");
        await app.GrantModelsAsync();
        var after = await caisse.GetAsync("api/library/library/carte-vitale-a-jour");
        var all = (await caisse.GetAsync("api/library")).GetProperty("items").EnumerateArray().ToArray();

        Assert.False(before.GetProperty("orderable").GetBoolean());
        Assert.Equal("Son visa est attendu.", Assert.Single(before.GetProperty("reasons").EnumerateArray()).GetString());
        Assert.True(after.GetProperty("orderable").GetBoolean());
        Assert.Equal(("granted", "carte-vitale"), (after.GetProperty("visa").GetString(), after.GetProperty("theme").GetString()));
        Assert.Equal((1.00m, 45.00m), (Cost(after, "email"), Cost(after, "sms")));
        Assert.Contains("carte Vitale", after.GetProperty("sample").GetProperty("sms").GetString(), StringComparison.Ordinal);
        Assert.Equal("09:00-20:00", after.GetProperty("hours").GetProperty("weekdays").GetString());
        Assert.All(all, item => Assert.True(item.GetProperty("orderable").GetBoolean()));
        Assert.All(all, item => Assert.False(item.TryGetProperty("sample", out _)));

        static decimal Cost(System.Text.Json.JsonElement model, string channel) => model.GetProperty("costPerThousand").GetProperty(channel).GetDecimal();
    }

    [Fact]
    public async Task Should_not_download_twice_what_has_not_changed()
    {
        await using var app = await CampaignApp.StartAsync();
        await app.UploadTemplatesAsync();
        var caisse = await CaisseClient.OfAsync(app);
        using var first = await caisse.Http.GetAsync("api/library");
        using var again = new HttpRequestMessage(HttpMethod.Get, "api/library");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var second = await caisse.Http.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await caisse.Http.GetAsync("api/library/library/compte-ameli-interne")).StatusCode);
    }
}
