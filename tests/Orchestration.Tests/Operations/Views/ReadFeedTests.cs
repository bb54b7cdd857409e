using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Sends;
using Orchestration.Operations.Views;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Operations.Views;

public sealed class ReadFeedTests
{
    [Fact]
    public async Task RunAsync_CalendarInForce_IsAFeedWithATag()
    {
        var storage = await AppStorage.TakeAsync();
        await ApplyAsync(storage, Some.Plan());

        var (status, feed, headers) = await GetAsync(storage, "CPAM-80");

        Assert.Equal((200, "text/calendar; charset=utf-8"), (status, headers.ContentType.ToString()));
        Assert.Contains("UID:essai-2027.ror.invitation.1@orchestration", feed, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", feed, StringComparison.Ordinal);
        Assert.Equal(304, (await GetAsync(storage, "CPAM-80", headers.ETag.ToString())).Status);
    }

    [Fact]
    public async Task RunAsync_RevisionWithoutASend_StrikesItOut()
    {
        var storage = await AppStorage.TakeAsync();
        await ApplyAsync(storage, Some.Plan(), Some.Plan() with { Key = Some.OtherKey });
        await ApplyAsync(storage, Some.Plan());
        await new SendStore(storage.Containers).WithdrawAsync(Some.OtherKey, 2, default);

        var (_, feed, _) = await GetAsync(storage, "dicom");

        Assert.Contains("SEQUENCE:2", feed, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", feed[feed.IndexOf("UID:essai-2027.ror.relance.1@", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Single(feed.Split("STATUS:CANCELLED").Skip(1));
    }

    [Theory]
    [InlineData("essai-2027", "CPAM-00")]
    [InlineData("essai-2027", "../head")]
    [InlineData("autre-2027", "dicom")]
    [InlineData("essai/2027", "dicom")]
    public async Task RunAsync_NoSuchThing_Answers404(string calendar, string audience)
    {
        var storage = await AppStorage.TakeAsync();
        await ApplyAsync(storage, Some.Plan());

        Assert.Equal(404, (await GetAsync(storage, audience, calendar: calendar)).Status);
    }

    [Fact]
    public async Task Share_Caisse_GivesAnAddressThatOpensItsFeed()
    {
        var storage = await AppStorage.TakeAsync();
        var links = Options.Create(SomeLinks.Options());
        var paths = new SignedPaths(links, storage.Clocks);

        var (status, body, _) = await ExecuteAsync(new ShareFeed(paths, links, storage.Clocks).Run(new DefaultHttpContext().Request, "essai-2027", "CPAM-80"));

        Assert.Equal(200, status);
        var parts = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("path").GetString()!.Split("?token=");
        Assert.Equal("/api/calendars/essai-2027/feeds/CPAM-80.ics", parts[0]);
        Assert.True(paths.Opens(parts[0], parts[1]));
    }

    /// <summary>A revision that was imported and applied.</summary>
    private static async Task ApplyAsync(AppStorage storage, params PlannedSend[] sends)
    {
        var (revisions, records) = (new RevisionStore(storage.Containers), new SendStore(storage.Containers));
        var revision = await revisions.AddAsync(new CalendarRevision("essai-2027", 0, null, $"{sends.Length}", "essai.yaml", Some.Now, sends), default);
        foreach (var send in sends)
            await records.PlanAsync(send, revision.Number, default);
        await revisions.MarkAppliedAsync("essai-2027", revision.Number, default);
    }

    private static async Task<(int Status, string Body, IHeaderDictionary Headers)> GetAsync(
        AppStorage storage, string audience, string? tag = null, string calendar = "essai-2027")
    {
        using var control = new ControlStore(storage.Containers, storage.Clocks);
        var calendars = new CalendarInForce(new RevisionStore(storage.Containers), new SendStore(storage.Containers), control);
        var http = Http();
        http.Request.Method = "GET";
        http.Request.Headers.IfNoneMatch = tag;
        return await ExecuteAsync(await new ReadFeed(calendars).RunAsync(http.Request, calendar, audience, default), http);
    }

    private static DefaultHttpContext Http() => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Response = { Body = new MemoryStream() },
    };

    private static async Task<(int Status, string Body, IHeaderDictionary Headers)> ExecuteAsync(IResult result, DefaultHttpContext? context = null)
    {
        var http = context ?? Http();
        await result.ExecuteAsync(http);
        return (http.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()), http.Response.Headers);
    }
}
