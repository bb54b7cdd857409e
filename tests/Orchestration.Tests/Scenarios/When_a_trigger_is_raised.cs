using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>« Pic épidémique »: a send that waits for an operator.</summary>
public sealed class When_a_trigger_is_raised
{
    private const string Alert = SomeCalendar.Id + ".ror.alerte";

    [Fact]
    public async Task Should_plan_the_sends_that_wait_for_it_and_leave_the_others_alone()
    {
        await using var app = await StartAsync();

        using var answer = await RaiseAsync(app, "pic-epidemique");
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);
        await app.GrantAsync(pending: 1);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 2, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal((2, "accepted", "2027-03-01"), (said.GetProperty("revision").GetInt32(), said.GetProperty("outcome").GetString(), said.GetProperty("date").GetString()));
        Assert.Contains("alerte, édition du 1/3\u00A0: ajouté", Assert.Single(Strings(said, "changes")), StringComparison.Ordinal);
        Assert.Equal(90, app.Outbox.Files($"{Alert}.2027-03-01").Count);
        Assert.Equal(SendPhase.Planned, (await app.StatusAsync(SomeCalendar.Invitation))?.Phase);
    }

    [Fact]
    public async Task Should_plan_once_however_often_it_is_raised_in_a_day_and_again_on_another_day()
    {
        await using var app = await StartAsync();

        using var first = await RaiseAsync(app, "pic-epidemique");
        using var second = await RaiseAsync(app, "pic-epidemique");
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);
        await app.PlayUntilAsync(new DateTimeOffset(2027, 3, 8, 9, 0, 0, TimeSpan.Zero));
        using var later = await RaiseAsync(app, "pic-epidemique");
        await app.UntilRevisionAsync(3, RevisionPhase.Applied);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        await app.UntilPhaseAsync($"{Alert}.2027-03-01", SendPhase.Over);
        await app.UntilPhaseAsync($"{Alert}.2027-03-08", SendPhase.WaitingForVisa);
    }

    [Fact]
    public async Task Should_refuse_a_trigger_that_the_calendar_does_not_have_and_name_those_that_it_has()
    {
        await using var app = await StartAsync();

        using var unknown = await RaiseAsync(app, "canicule");
        using var without = await RaiseAsync(app, "pic-epidemique", reason: " ");
        using var nowhere = await app.As(Role.Operator).PostAsJsonAsync("api/calendars/ailleurs/triggers/pic-epidemique", new { Reason = "x" });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (unknown.StatusCode, without.StatusCode, nowhere.StatusCode));
        Assert.Contains("pic-epidemique", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await app.RevisionAsync(2));
    }

    [Fact]
    public async Task Should_show_the_operators_what_the_revision_changes()
    {
        await using var app = await StartAsync();
        using var answer = await RaiseAsync(app, "pic-epidemique");
        await app.UntilRevisionAsync(2, RevisionPhase.Applied);

        var shown = await app.As(Role.Operator).GetFromJsonAsync<JsonElement>($"api/calendars/{SomeCalendar.Id}/revisions/2");

        Assert.Equal(("applied", "trigger"), (shown.GetProperty("phase").GetString(), shown.GetProperty("cause").GetProperty("kind").GetString()));
        var change = Assert.Single(shown.GetProperty("changes").EnumerateArray());
        Assert.Equal($"{Alert}.2027-03-01", change.GetProperty("key").GetString());
        Assert.Equal(["added"], Strings(change, "kinds"));
    }

    // A newer datamart has lost a field that the calendar names. Nothing is recorded, so that a mended calendar starts without it.
    [Fact]
    public async Task Should_refuse_when_the_calendar_has_an_error_by_now_and_say_which()
    {
        await using var app = await StartAsync();
        var date = new DateOnly(2027, 3, 2);
        var schema = new DatamartSchema(new Dictionary<Population, IReadOnlyList<FieldDefinition>> { [Population.Insured] = [new("id", FieldKind.Text)] });
        await app.Containers.Datamart.GetBlobClient("2027-03-02/schema.json").UploadAsync(schema.ToJson());
        await app.Containers.Datamart.GetBlobClient("2027-03-02/manifest.json")
            .UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(new DatamartManifest(date, []), Json.Options)));
        await CampaignApp.UntilAsync(
            async () => await app.Services.GetRequiredService<SnapshotStore>().CurrentAsync(default) == date, "the newer datamart is current");

        using var answer = await RaiseAsync(app, "pic-epidemique");
        var detail = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("vaccin_ror", detail, StringComparison.Ordinal);
        Assert.Null(await app.RevisionAsync(2));
        Assert.False((await app.Containers.Revisions.GetBlobClient($"{SomeCalendar.Id}/triggers.json").ExistsAsync()).Value);
    }

    private static IReadOnlyList<string> Strings(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];

    private static async Task<CampaignApp> StartAsync()
    {
        var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false, extra: """
              - id: alerte
                campaign: ror
                public: insured
                audience: age >= 18
                channels: [email, sms]
                template: national/ror-invitation
                on: pic-epidemique
            """));
        await app.SignInAsync(Role.Operator);
        return app;
    }

    private static Task<HttpResponseMessage> RaiseAsync(CampaignApp app, string trigger, string reason = "Pic annoncé") =>
        app.As(Role.Operator).PostAsJsonAsync($"api/calendars/{SomeCalendar.Id}/triggers/{trigger}", new { Reason = reason });
}
