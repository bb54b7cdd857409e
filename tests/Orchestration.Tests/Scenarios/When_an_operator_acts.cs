using System.Net.Http.Json;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery.Adapters;
using Orchestration.Security;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

/// <summary>During a send, with lots on the queue: the first message that is handed over makes the operator act.</summary>
public sealed class When_an_operator_acts
{
    private static readonly DateTimeOffset NextMorning = new(2027, 3, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Should_hold_everything_while_paused_and_deliver_the_rest_once_resumed()
    {
        await using var stage = await Stage.StartAsync(app => app.ControlAsync(SomeCalendar.Invitation, "pause"));
        await stage.App.PlayUntilAsync(NextMorning);
        var whilePaused = stage.Delivered.Count;

        await stage.App.ControlAsync(SomeCalendar.Invitation, "resume");
        var report = await stage.App.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.InRange(whilePaused, 1, 20);
        Assert.Equal(90, report.Status.Counts.Delivered);
        Assert.Equal(90, stage.Delivered.Distinct().Count());
        Assert.Equal(90, stage.Delivered.Count);
    }

    [Fact]
    public async Task Should_withhold_what_is_queued_when_cancelled()
    {
        await using var stage = await Stage.StartAsync(app => app.ControlAsync(SomeCalendar.Invitation, "cancel"));

        var report = await stage.App.PlayToEndAsync(SomeCalendar.Invitation);

        var counts = report.Status.Counts;
        Assert.InRange(counts.Delivered, 1, 20);
        Assert.Equal(90 - counts.Delivered, counts.Withheld);
        Assert.Equal(counts.Withheld, report.Caisses.Sum(tally => tally.Withheld.GetValueOrDefault("cancelled")));
        Assert.Equal(counts.Delivered, stage.Delivered.Count);
    }

    [Fact]
    public async Task Should_not_resume_what_was_cancelled()
    {
        await using var app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false));
        await app.ControlAsync(SomeCalendar.Invitation, "cancel");

        using var answer = await app.As(Role.Operator).PostAsJsonAsync($"api/sends/{SomeCalendar.Invitation}/resume", new { Reason = "Essai" });

        Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(SendPhase.Over, (await app.PlayToEndAsync(SomeCalendar.Invitation)).Status.Phase);
        Assert.Empty(app.Outbox.Files(SomeCalendar.Invitation));
    }

    [Fact]
    public async Task Should_stop_everything_and_go_on_when_told()
    {
        await using var stage = await Stage.StartAsync(async app =>
        {
            using var answer = await app.As(Role.Operator).PostAsJsonAsync("api/stop", new { Reason = "Adresse erronée" });
            answer.EnsureSuccessStatusCode();
        });
        await stage.App.PlayUntilAsync(NextMorning);
        var whileStopped = stage.Delivered.Count;

        using var request = new HttpRequestMessage(HttpMethod.Delete, "api/stop") { Content = JsonContent.Create(new { Reason = "Corrigé" }) };
        using var released = await stage.App.As(Role.Operator).SendAsync(request);
        released.EnsureSuccessStatusCode();
        var report = await stage.App.PlayToEndAsync(SomeCalendar.Invitation);

        Assert.InRange(whileStopped, 1, 20);
        Assert.Equal(90, report.Status.Counts.Delivered);
        Assert.Equal(90, stage.Delivered.Count);
    }

    /// <summary>An app whose provider tells the operator of the first message.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly Lock _gate = new();
        private CampaignApp? _app;
        private Task? _act;

        public CampaignApp App => _app!;

        public List<Guid> Delivered { get; } = [];

        public static async Task<Stage> StartAsync(Func<CampaignApp, Task> act)
        {
            var stage = new Stage();
            var settings = new CampaignAppSettings { ChunkSize = 1, Provider = message => stage.AnswerAsync(message.Id, act) };
            stage._app = await CampaignApp.StartReadyAsync(TestDatamart.Small(), SomeCalendar.Yaml(withStaff: false), settings);
            await stage._app.SignInAsync(Role.Operator);
            return stage;
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private async Task<SendResult> AnswerAsync(Guid message, Func<CampaignApp, Task> act)
        {
            Task acting;
            lock (_gate)
            {
                Delivered.Add(message);
                acting = _act ??= act(App);
            }

            await acting;
            return SendResult.Delivered;
        }
    }
}
