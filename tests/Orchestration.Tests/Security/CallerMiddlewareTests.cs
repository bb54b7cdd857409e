using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Audience.Suppressions;
using Orchestration.Caisses;
using Orchestration.Http;
using Orchestration.Operations;
using Orchestration.Operations.Views;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Security;

public sealed class CallerMiddlewareTests
{
    [Fact]
    public async Task Invoke_AllowedRole_RunsTheFunctionWithItsCaller()
    {
        var storage = await AppStorage.TakeAsync();

        var (status, caller) = await CallAsync(storage, typeof(ControlSend), $"Bearer {await KeyAsync(storage, Role.Operator)}");

        Assert.Equal(200, status);
        Assert.Equal(("léa", Role.Operator, null, false), (caller!.Id, caller.Role, caller.Caisse, caller.IsTest));
    }

    // RFC 9110, 11.1: the name of a scheme is case-insensitive.
    [Theory]
    [InlineData("bearer ")]
    [InlineData("BEARER  ")]
    public async Task Invoke_SchemeWrittenOtherwise_IsTheSame(string scheme)
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal(200, (await CallAsync(storage, typeof(ControlSend), scheme + await KeyAsync(storage, Role.Operator))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic bMOpYTpzZWNyZXQ=")]
    [InlineData("Bearer orc_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Invoke_NoKeyOrAnUnknownOne_Answers401(string? header)
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal((401, null), await CallAsync(storage, typeof(ControlSend), header));
    }

    [Fact]
    public async Task Invoke_ExpiredKey_Answers401()
    {
        var storage = await AppStorage.TakeAsync();
        var key = await KeyAsync(storage, Role.Operator);
        storage.System.Advance(TimeSpan.FromDays(2));

        Assert.Equal((401, null), await CallAsync(storage, typeof(ControlSend), $"Bearer {key}"));
    }

    [Fact]
    public async Task Invoke_OtherRole_Answers403()
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal((403, null), await CallAsync(storage, typeof(ControlSend), $"Bearer {await KeyAsync(storage, Role.Validator)}"));
    }

    [Fact]
    public async Task Invoke_FunctionThatSaysNothing_AnswersNobody()
    {
        var storage = await AppStorage.TakeAsync();

        foreach (var role in Enum.GetValues<Role>().Except([Role.Caisse]))
            Assert.Equal((403, null), await CallAsync(storage, typeof(Orchestration.Delivery.ApplyReceipt), $"Bearer {await KeyAsync(storage, role)}"));
    }

    [Fact]
    public async Task Invoke_PublicFunction_RunsWithoutACaller()
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal((200, null), await CallAsync(storage, typeof(Unsubscribe), null));
    }

    [Fact]
    public async Task Invoke_NotAnHttpCall_Runs()
    {
        var storage = await AppStorage.TakeAsync();
        var context = new FakeFunctionContext(typeof(Orchestration.Delivery.ApplyReceipt));
        var ran = false;

        await Middleware(storage).Invoke(context, _ => Task.FromResult(ran = true));
        await Middleware(storage).Invoke(context, _ => Task.FromResult(ran = true));

        Assert.True(ran);
        Assert.Throws<InvalidOperationException>(() => context.Caller());
    }

    [Fact]
    public async Task Invoke_HttpFunctionWithoutItsRequest_DoesNotRun()
    {
        var storage = await AppStorage.TakeAsync();
        var context = new FakeFunctionContext(typeof(ControlSend));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Middleware(storage).Invoke(context, _ => throw new InvalidDataException()));
    }

    // What the host hands to the function, and what the worker reads in the address: on Azure they come by different ways.
    [Theory]
    [InlineData("cpam-80", "cpam-80", 200)]
    [InlineData("cpam-59-fl", "cpam-59-fl", 404)]
    [InlineData("cpam-59-fl", "cpam-80", 404)]
    [InlineData("cpam-80", "cpam-59-fl", 404)]
    [InlineData("CPAM-80", "CPAM-80", 404)]
    [InlineData("cpam-80", null, 404)]
    [InlineData(null, "cpam-80", 404)]
    [InlineData(null, null, 404)]
    public async Task Invoke_KeyOfACaisse_OpensItsOwnRoutesOnly(string? bound, string? routed, int status)
    {
        var storage = await AppStorage.TakeAsync();
        var key = await Keys(storage).IssueAsync("ana", Role.Caisse, TimeSpan.FromDays(1), default, caisse: "cpam-80");

        Assert.Equal(status, (await CallAsync(storage, typeof(OrderModel), $"Bearer {key}", Route, ("caisse", bound))).Status);

        void Route(HttpContext http) => http.Request.RouteValues["caisse"] = routed;
    }

    [Theory]
    [InlineData("cpam-80", "cpam-80", 200)]
    [InlineData("cpam-80", "cpam-59-fl", 404)]
    [InlineData("cpam-80", null, 404)]
    public async Task Invoke_NationalKeyOnTheRouteOfACaisse_WantsOneCaisse(string bound, string? routed, int status)
    {
        var storage = await AppStorage.TakeAsync();

        Assert.Equal(status, (await CallAsync(storage, typeof(ListCampaigns), $"Bearer {await KeyAsync(storage, Role.Operator)}", Route, ("caisse", bound))).Status);

        void Route(HttpContext http) => http.Request.RouteValues["caisse"] = routed;
    }

    [Fact]
    public async Task Invoke_SignedAddressOfAFeed_OpensItAndNoOther()
    {
        var storage = await AppStorage.TakeAsync();
        const string somme = "/api/calendars/essai-2027/feeds/CPAM-80.ics";
        var token = Paths(storage).Sign(somme, storage.Clocks.System.GetUtcNow().AddDays(1));

        Assert.Equal((200, new Caller($"lien:{somme}", Role.Reader)), await CallAsync(storage, typeof(ReadFeed), null, Get(somme)));
        Assert.Equal((401, null), await CallAsync(storage, typeof(ReadFeed), null, Get(somme.Replace("80", "59-FL", StringComparison.Ordinal))));
        Assert.Equal((401, null), await CallAsync(storage, typeof(ReadFeed), null, Get("/api/calendars/essai-2027/feeds/dicom.ics")));
        Assert.Equal((401, null), await CallAsync(storage, typeof(ControlSend), null, Get(somme)));
        Assert.Equal((401, null), await CallAsync(storage, typeof(ReadFeed), null, http => Set(http, "POST", somme)));

        Action<HttpContext> Get(string path) => http => Set(http, "GET", path);
        void Set(HttpContext http, string method, string path) =>
            (http.Request.Method, http.Request.Path, http.Request.QueryString) = (method, path, new QueryString($"?token={token}"));
    }

    private static CallerMiddleware Middleware(AppStorage storage) => new(
        Finder(storage), new CallLimits(Microsoft.Extensions.Options.Options.Create(new LimitOptions()), storage.Clocks));

    private static CallerFinder Finder(AppStorage storage) =>
        new(Keys(storage), Paths(storage), new SessionStore(storage.Containers, storage.Clocks), SomePeople.NotOnThePlatform);

    private static SignedPaths Paths(AppStorage storage) => new(Microsoft.Extensions.Options.Options.Create(SomeLinks.Options()), storage.Clocks);

    private static async Task<(int Status, Caller? Caller)> CallAsync(
        AppStorage storage, Type function, string? authorization, Action<HttpContext>? change = null, params (string Name, object? Value)[] trigger)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        change?.Invoke(http);
        if (authorization is not null)
            http.Request.Headers.Authorization = authorization;
        var context = new FakeFunctionContext(function, http, trigger);
        Caller? caller = null;
        var ran = false;

        await Middleware(storage).Invoke(context, _ =>
        {
            ran = true;
            caller = context.Items.Values.OfType<Caller>().SingleOrDefault();
            return Task.CompletedTask;
        });

        Assert.Equal(http.Response.StatusCode == 200, ran);
        Assert.Equal(http.Response.StatusCode == 401, http.Response.Headers.WWWAuthenticate.Count == 1);
        return (http.Response.StatusCode, caller);
    }

    private static Task<string> KeyAsync(AppStorage storage, Role role) => Keys(storage).IssueAsync("léa", role, TimeSpan.FromDays(1), default);

    private static KeyStore Keys(AppStorage storage) => new(storage.Containers, storage.Clocks);
}
