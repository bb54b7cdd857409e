using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_health_is_asked
{
    [Fact]
    public async Task Should_answer_anybody()
    {
        await using var app = await CampaignApp.StartAsync();
        using var probe = app.Anonymous();

        var live = await probe.GetAsync("api/health/live");
        var ready = await probe.GetAsync("api/health/ready");

        Assert.Equal((HttpStatusCode.OK, "{\"state\":\"up\"}"), (live.StatusCode, await live.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, "degraded"), (ready.StatusCode, (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString()));
    }
}
