using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Delivery;
using Orchestration.Delivery.Poison;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Tests.Scenarios.Support;

namespace Orchestration.Tests.Scenarios;

public sealed class When_messages_were_given_up
{
    private const string Failures = "/api/operations/failures";
    private const string Secret = "lea.martin@example.org";

    [Fact]
    public async Task Should_show_their_reasons_and_nothing_of_what_they_say()
    {
        await using var app = await StartAsync(2);

        var page = WebUtility.HtmlDecode(await (await app.VisitAsync(Role.Reader)).GetAsync(Failures));

        Assert.Contains("2\u00A0messages abandonnés", page, StringComparison.Ordinal);
        Assert.Contains("le message est illisible", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/deliveries/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_discard_one_with_a_reason_that_is_kept()
    {
        await using var app = await StartAsync(2);
        var operate = await app.VisitAsync(Role.Operator);
        var id = (await PileAsync(app)).First[0].Id;
        var address = $"{Failures}/deliveries/ecarter";

        var page = await operate.GetAsync($"{address}?id={Uri.EscapeDataString(id)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(operate.PostAsync(address, page, ("id", id), ("nombre", "1"))));
        var after = await operate.DoAsync(address, page, ("id", id), ("nombre", "1"), ("reason", "Message d’essai"));

        Assert.Contains("Message d’essai", after, StringComparison.Ordinal);
        Assert.Contains("1\u00A0message abandonné<", WebUtility.HtmlDecode(after), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(operate.PostAsync(address, page, ("id", id), ("nombre", "1"), ("reason", "Encore"))));
    }

    [Fact]
    public async Task Should_put_all_back_only_if_they_are_as_many_as_confirmed()
    {
        await using var app = await StartAsync(2);
        var operate = await app.VisitAsync(Role.Operator);
        var address = $"{Failures}/deliveries/remettre";
        var page = await operate.GetAsync(address);
        Assert.Equal("2", DashboardVisitor.Hidden(page, "nombre"));

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(operate.PostAsync(address, page, ("id", ""), ("nombre", "1"), ("confirmation", "1"), ("reason", "Corrigé"))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(operate.PostAsync(address, page, ("id", ""), ("nombre", "2"), ("reason", "Corrigé"))));
        await operate.DoAsync(address, page, ("id", ""), ("nombre", "2"), ("confirmation", "2"), ("reason", "Corrigé"));

        // They are tried again, and given up again: nothing was lost.
        await UntilGivenUpAsync(app, 2);
        var decision = Assert.Single(await Desk(app).DecisionsAsync(default));
        Assert.Equal(("deliveries", PoisonAction.Replay, 2, "test.Operator"), (decision.Queue, decision.Action, decision.Count, decision.By));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Planner)]
    [InlineData(Role.Validator)]
    public async Task Should_let_nobody_touch_them_but_operators(Role role)
    {
        await using var app = await StartAsync(1);
        var visitor = await app.VisitAsync(role);
        var page = await visitor.GetAsync(Failures);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(visitor.Client.GetAsync($"{Failures}/deliveries/remettre")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(visitor.PostAsync($"{Failures}/deliveries/ecarter", page, ("nombre", "1"), ("reason", "x"))));
        Assert.Equal(1, (await PileAsync(app)).Count);
    }

    [Theory]
    [InlineData("ailleurs/remettre")]
    [InlineData("deliveries/vider")]
    [InlineData("receipts/remettre")]
    [InlineData("deliveries/remettre?id=inconnu")]
    public async Task Should_say_that_there_is_nothing(string place)
    {
        await using var app = await CampaignApp.StartAsync();
        var operate = await app.VisitAsync(Role.Operator);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(operate.Client.GetAsync($"{Failures}/{place}")));
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> answer)
    {
        using var given = await answer;
        return given.StatusCode;
    }

    private static PoisonDesk Desk(CampaignApp app) => app.Services.GetRequiredService<PoisonDesk>();

    private static async Task<PoisonPile> PileAsync(CampaignApp app) => (await Desk(app).FindAsync(StorageDeliveryQueue.Name, default))!;

    private static Task UntilGivenUpAsync(CampaignApp app, int count) =>
        CampaignApp.UntilAsync(async () => (await PileAsync(app)).Count == count, $"{count} messages are given up");

    private static async Task<CampaignApp> StartAsync(int messages)
    {
        var app = await CampaignApp.StartAsync();
        var queue = app.Services.GetRequiredService<StorageAccounts>().Queues(StorageAccounts.Data).GetQueueClient(StorageDeliveryQueue.Name);
        for (var n = 0; n < messages; n++)
            await queue.SendMessageAsync($$"""{"lotId":"{{Secret}}","count":{{n}}}""");
        await UntilGivenUpAsync(app, messages);
        return app;
    }
}
