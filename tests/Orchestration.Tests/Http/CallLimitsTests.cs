using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Orchestration.Http;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Http;

public sealed class CallLimitsTests
{
    private static readonly Caller Lea = new("léa", Role.Operator, Key: "k1");

    private readonly FakeClock _clock = new(Some.Now);

    [Fact]
    public void Take_MoreThanAMinuteHolds_SaysWhenToComeBack()
    {
        var buckets = new TokenBuckets(6, _clock);

        Assert.All(Enumerable.Range(0, 6), _ => Assert.Null(buckets.Take("a")));
        Assert.Equal(TimeSpan.FromSeconds(10), buckets.Take("a"));
        Assert.Null(buckets.Take("b"));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(6, buckets.Take("a")!.Value.TotalSeconds, 3);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(buckets.Take("a"));
        Assert.NotNull(buckets.Take("a"));
    }

    [Fact]
    public void Take_AfterALongRest_HoldsNoMoreThanAMinute()
    {
        var buckets = new TokenBuckets(2, _clock);
        buckets.Take("a");
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => buckets.Take("a") is null));
    }

    [Fact]
    public void Take_FromManyNames_ForgetsThoseThatAreFullAgain()
    {
        var buckets = new TokenBuckets(60, _clock);
        for (var number = 0; number <= 10_000; number++)
            buckets.Take($"a{number}");
        _clock.Advance(TimeSpan.FromSeconds(1));

        buckets.Take("b");

        Assert.Equal(1, buckets.Count);
    }

    [Fact]
    public async Task Refuse_TooManyWrites_Answers429AndStillReads()
    {
        var limits = Limits(writes: 1);

        Assert.Null(limits.Refuse(Answers.Post("").Request, Lea));
        var http = await limits.Refuse(Answers.Post("").Request, Lea)!.WriteAsync();

        Assert.Equal("/problems/trop-de-demandes", (await Answers.ProblemAsync(http, 429)).Type);
        Assert.Equal("60", http.Response.Headers.RetryAfter);
        Assert.Null(limits.Refuse(Answers.Get("/x").Request, Lea));
        Assert.Null(limits.Refuse(Answers.Post("").Request, Lea with { Key = "k2" }));
    }

    [Theory]
    [InlineData("203.0.113.7", null, "203.0.113.7", null, true)]
    [InlineData("203.0.113.7", null, "203.0.113.8", null, false)]
    [InlineData("::ffff:203.0.113.7", null, "203.0.113.7", null, true)]
    [InlineData("2001:db8::1", null, "2001:db8::2", null, true)]
    [InlineData("2001:db8:0:1::1", null, "2001:db8:0:2::1", null, false)]
    [InlineData("127.0.0.1", "1.1.1.1, 203.0.113.7:4242", "127.0.0.1", "2.2.2.2, 203.0.113.7:4243", true)]
    [InlineData("127.0.0.1", "203.0.113.7:4242", "127.0.0.1", "203.0.113.8:4242", false)]
    [InlineData("198.51.100.1", "203.0.113.7", "198.51.100.1", "203.0.113.8", true)]
    [InlineData("127.0.0.1", "n'importe", "127.0.0.1", null, true)]
    public void RefuseUnknown_AnotherAddress_HasItsOwnLimit(string one, string? oneForwarded, string other, string? otherForwarded, bool isSame)
    {
        var limits = Limits(failures: 1);

        Assert.Null(limits.RefuseUnknown(From(one, oneForwarded)));
        Assert.Equal(isSame, limits.RefuseUnknown(From(other, otherForwarded)) is not null);
    }

    [Fact]
    public async Task Invoke_TooMany_DoesNotRun()
    {
        var middleware = new LimitedCalls(Limits(writes: 1));
        var runs = 0;
        var http = Answers.Post("");
        var context = new FakeFunctionContext(typeof(Orchestration.Operations.ControlSend), http);
        context.SetCaller(Lea);

        await middleware.Invoke(context, _ => Task.FromResult(runs++));
        await middleware.Invoke(context, _ => Task.FromResult(runs++));

        Assert.Equal((1, 429), (runs, http.Response.StatusCode));
    }

    [Fact]
    public void Validate_NoneAMinute_IsRefused() =>
        Assert.True(new LimitOptionsValidator().Validate(null, new LimitOptions { ReadsPerMinute = 0 }).Failed);

    private static DefaultHttpContext From(string address, string? forwarded)
    {
        var http = Answers.Get("/x");
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        return http;
    }

    private CallLimits Limits(int writes = 10, int failures = 10) =>
        new(Options.Create(new LimitOptions { WritesPerMinute = writes, FailuresPerMinute = failures }), new Clocks(_clock, _clock));
}
