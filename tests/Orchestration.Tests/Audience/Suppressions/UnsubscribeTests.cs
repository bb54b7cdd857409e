using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Sends;
using Orchestration.Messages;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Suppressions;

public sealed class UnsubscribeTests
{
    [Fact]
    public async Task RunAsync_Get_ShowsAPageAndChangesNothing()
    {
        var storage = await ReadyAsync();

        var (status, page) = await CallAsync(storage, "GET", Token());

        Assert.Equal(200, status);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("P1", page, StringComparison.Ordinal);
        Assert.Null(await FindAsync(storage));
    }

    [Fact]
    public async Task RunAsync_PostAnyNumberOfTimes_Unsubscribes()
    {
        var storage = await ReadyAsync();

        Assert.Equal(200, (await CallAsync(storage, "POST", Token())).Status);
        Assert.Equal(200, (await CallAsync(storage, "POST", Token())).Status);

        Assert.Equal(SuppressionKind.Unsubscribed, (await FindAsync(storage))?.Kind);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task RunAsync_UnknownOrTamperedLink_IsNotFoundAndChangesNothing(string method)
    {
        var storage = await ReadyAsync();

        Assert.Equal(404, (await CallAsync(storage, method, Token()[..^1] + "!")).Status);
        Assert.Equal(404, (await CallAsync(storage, method, SomeLinks.Signer().Sign(LinkSigner.Reference(Some.Key, Some.Caisse, 9, 9)))).Status);
        Assert.Null(await FindAsync(storage));
    }

    private static string Token() => SomeLinks.Signer().Sign(LinkSigner.Reference(Some.Key, Some.Caisse, 1, 0));

    private static async Task<AppStorage> ReadyAsync()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeDecisions.CommitAsync(storage, ("P1", Channel.Email));
        await new MessageFinder(storage.Containers).RegisterAsync(Some.Key, default);
        await new SendStore(storage.Containers).PlanAsync(Some.Plan(), 1, default);
        return storage;
    }

    private static async Task<(int Status, string Page)> CallAsync(AppStorage storage, string method, string token)
    {
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        var function = new Unsubscribe(
            SomeLinks.Signer(), new MessageFinder(storage.Containers), new SendStore(storage.Containers), suppressions);
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Method = method;
        using var body = new MemoryStream();
        http.Response.Body = body;
        await (await function.RunAsync(http.Request, token, default)).ExecuteAsync(http);
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    private static async Task<Suppression?> FindAsync(AppStorage storage)
    {
        using var list = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        await list.RefreshAsync(default);
        return list.Find(Some.Hasher.OfPerson("P1"), "p1@exemple.fr", Channel.Email, Purpose.Promotion);
    }
}
