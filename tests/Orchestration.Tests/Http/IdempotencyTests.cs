using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Orchestration.Http;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Http;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Run_Again_AnswersTheSameWithoutRunning()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());

        var first = await app.PostAsync("k");
        app.Storage.System.Advance(TimeSpan.FromHours(23));
        var again = await app.PostAsync("k");

        Assert.Single(app.Runs);
        Assert.Equal((201, false, true), (first.Status, first.Replayed, again.Replayed));
        Assert.Equal(first with { Replayed = true }, again);
        Assert.Equal(("application/json; charset=utf-8", "/api/essai/1", "\"1\""), (again.ContentType, again.Location, again.ETag));
    }

    [Fact]
    public async Task Run_WithoutKey_RunsEachTimeAndKeepsNothing()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());

        await app.PostAsync(null);
        await app.PostAsync(null);

        Assert.Equal(2, app.Runs.Select(run => run.Nonce).Distinct().Count());
        Assert.All(app.Runs, run => Assert.Matches("^[0-9a-f]{16}$", run.Nonce));
        Assert.Empty(app.Storage.Probe.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("é")]
    [InlineData("a b")]
    [InlineData("a\u007f")]
    public async Task Run_KeyThatIsNone_Answers400(string key)
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());

        Assert.Equal(400, (await app.PostAsync(key)).Status);
        Assert.Equal(400, (await app.PostAsync(new string('k', 129))).Status);
        Assert.Equal(201, (await app.PostAsync(new string('k', 128))).Status);
    }

    [Fact]
    public async Task Run_SameKeyForAnotherBodyOrQuery_Answers422()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        await app.PostAsync("k");

        Assert.Equal(422, (await app.PostAsync("k", "{}")).Status);
        Assert.Equal(422, (await app.PostAsync("k", change: http => http.Request.QueryString = new QueryString("?x=1"))).Status);
        Assert.Single(app.Runs);
    }

    [Fact]
    public async Task Run_SameKeyOfAnotherCallerOrForAnotherPath_IsAnotherRequest()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        await app.PostAsync("k");

        await app.PostAsync("k", change: http => http.Request.Path = "/api/autre");
        app.Caller = app.Caller with { IsTest = true };
        await app.PostAsync("k");
        app.Caller = app.Caller with { Caisse = "CPAM-75" };
        await app.PostAsync("k");
        app.Caller = app.Caller with { Id = "marc" };
        await app.PostAsync("k");

        Assert.Equal(5, app.Runs.Count);
    }

    [Fact]
    public async Task Run_SameCallerWithTheKeyThatFollowed_IsARepeat()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        await app.PostAsync("k");
        app.Caller = app.Caller with { Key = "k2" };

        Assert.True((await app.PostAsync("k")).Replayed);
    }

    [Fact]
    public async Task Run_ADayLater_IsAnotherRequest()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        await app.PostAsync("k");
        app.Storage.System.Advance(TimeSpan.FromHours(24));

        var later = await app.PostAsync("k", "{}");

        Assert.Equal((201, false), (later.Status, later.Replayed));
        Assert.Equal(2, app.Runs.Select(run => run.Nonce).Distinct().Count());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Run_FailedAnswer_IsNotKeptAndRunsAgainWithTheSameNonceAndMoment(int status)
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync()) { Answer = _ => Results.StatusCode(status) };
        Assert.Equal(status, (await app.PostAsync("k")).Status);
        app.Storage.Business.Advance(TimeSpan.FromHours(1));
        app.Answer = IdempotentApp.Created;

        Assert.Equal((201, false), (await app.PostAsync("k")) is var again ? (again.Status, again.Replayed) : default);
        Assert.Equal(app.Runs[0], app.Runs[1]);
    }

    [Fact]
    public async Task Run_Refusal_IsKept()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync()) { Answer = _ => HttpProblems.Unprocessable(new Faults()) };

        var (first, again) = (await app.PostAsync("k"), await app.PostAsync("k"));

        Assert.Equal((422, 422, true, "application/problem+json"), (first.Status, again.Status, again.Replayed, again.ContentType));
        Assert.Single(app.Runs);
    }

    [Fact]
    public async Task Run_Throws_MayBeRunAgainAtOnce()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync()) { Answer = _ => throw new InvalidDataException() };
        await Assert.ThrowsAsync<InvalidDataException>(() => app.PostAsync("k"));
        var other = app.Another("w2");

        Assert.Equal(201, (await other.PostAsync("k")).Status);
        Assert.Equal(app.Runs[0], other.Runs[0]);
    }

    [Fact]
    public async Task Run_WhileAnotherRuns_Answers409WithRetryAfter()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        var other = app.Another("w2");
        var answers = new List<Answer>();
        app.During = async () => answers.AddRange([await app.PostAsync("k"), await other.PostAsync("k")]);

        var first = await app.PostAsync("k");

        Assert.Equal([(409, "1"), (409, "240")], answers.Select(answer => (answer.Status, answer.RetryAfter)));
        Assert.Equal(first with { Replayed = true }, await other.PostAsync("k"));
        Assert.Empty(other.Runs);
    }

    [Theory]
    [InlineData("w1", 0, 201)]
    [InlineData("w2", 0, 409)]
    [InlineData("w2", 239, 409)]
    [InlineData("w2", 240, 201)]
    public async Task Run_AfterACrashBetweenEffectAndAnswer_RunsAgainWithTheSameNonceAndMoment(string worker, int seconds, int status)
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        app.During = () => throw app.Storage.Probe.Die();
        await Assert.ThrowsAsync<CrashException>(() => app.PostAsync("k"));
        app.Storage.System.Advance(TimeSpan.FromSeconds(seconds));
        app.Storage.Business.Advance(TimeSpan.FromDays(1));
        var other = app.Another(worker);

        Assert.Equal(status, (await other.PostAsync("k")).Status);
        Assert.All(other.Runs, run => Assert.Equal(app.Runs[0], run));
    }

    [Fact]
    public async Task Run_AnswerStoredAndLost_IsReplayed()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        app.During = () =>
        {
            app.Storage.Probe.DieAfter("PUT", "requests");
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<CrashException>(() => app.PostAsync("k"));
        var other = app.Another("w2");

        Assert.Equal((201, true), (await other.PostAsync("k")) is var answer ? (answer.Status, answer.Replayed) : default);
        Assert.Empty(other.Runs);
    }

    [Fact]
    public async Task Run_CallerGoneBeforeTheAnswer_IsReplayedWhole()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        using var gone = new CancellationTokenSource();
        app.During = gone.CancelAsync;
        app.Answer = request => Results.Json(new { request.Nonce }, statusCode: 201);

        try
        {
            await app.PostAsync("k", change: http => http.RequestAborted = gone.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody is there to be answered.
        }

        var again = await app.PostAsync("k");
        Assert.Equal((201, true), (again.Status, again.Replayed));
        Assert.Contains(app.Runs.Single().Nonce, again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TakenOverWhileItStillRan_AnswersWhatTheOtherStored()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        var other = app.Another("w2");
        app.During = async () =>
        {
            app.Storage.System.Advance(TimeSpan.FromSeconds(240));
            await other.PostAsync("k");
        };

        var late = await app.PostAsync("k");

        Assert.True(late.Replayed);
        Assert.Equal(app.Runs, other.Runs);
    }

    [Fact]
    public async Task Run_ByTwoProcessesAtOnce_RunsOnce()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        var other = app.Another("w2");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? app : other).PostAsync("k")));

        Assert.Single(app.Runs.Concat(other.Runs));
        Assert.All(answers, answer => Assert.Contains(answer.Status, new[] { 201, 409 }));
        Assert.Contains(answers, answer => answer is { Status: 201, Replayed: false });
    }

    // Neither the key nor the body: hashes, and the answer.
    [Fact]
    public async Task Run_Kept_HoldsNothingOfTheRequest()
    {
        var app = new IdempotentApp(await AppStorage.TakeAsync());
        await app.PostAsync("cle-secrete", """{"corps": "secret"}""");

        var blob = await app.Storage.Containers.Requests.GetBlobsAsync().SingleAsync();
        var text = (await app.Storage.Containers.Requests.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();

        Assert.DoesNotContain("secret", blob.Name + text, StringComparison.Ordinal);
        Assert.Equal(
            ["fingerprint", "request", "firstAt", "claimedAt", "answer"],
            JsonDocument.Parse(text).RootElement.EnumerateObject().Select(member => member.Name));
    }
}
