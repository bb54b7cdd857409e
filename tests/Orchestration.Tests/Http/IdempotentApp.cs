using Microsoft.AspNetCore.Http;
using Orchestration.Delivery;
using Orchestration.Http;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Http;

/// <summary>What a caller sees of an answer.</summary>
internal sealed record Answer(int Status, string Body, bool Replayed, string? ContentType, string Location, string ETag, string RetryAfter);

/// <summary>One process with a route that counts how often it runs.</summary>
internal sealed class IdempotentApp(AppStorage storage, string worker = "w1")
{
    private readonly Idempotency _idempotency = new(new RequestClaims(storage.Containers, new WorkerId(worker), storage.Clocks), storage.Clocks);

    public AppStorage Storage => storage;

    public Caller Caller { get; set; } = new("léa", Role.Caisse, "CPAM-80", Key: "k1");

    /// <summary>What each run was given.</summary>
    public List<IdempotentRequest> Runs { get; } = [];

    public Func<IdempotentRequest, IResult> Answer { get; set; } = Created;

    /// <summary>Happens once, when the next run has had its effect and has not answered.</summary>
    public Func<Task>? During { get; set; }

    public static IResult Created(IdempotentRequest request) => new Creation(request.Nonce);

    public IdempotentApp Another(string otherWorker) => new(storage.Another(), otherWorker) { Caller = Caller };

    public async Task<Answer> PostAsync(string? key, string body = """{"a": 1}""", Action<HttpContext>? change = null)
    {
        var http = Answers.Post(body);
        if (key is not null)
            http.Request.Headers[Idempotency.Header] = key;
        change?.Invoke(http);
        var result = await _idempotency.RunAsync(http.Request, Caller, request => RunAsync(request, http.Request, body), CancellationToken.None);
        await result.ExecuteAsync(http);
        var headers = http.Response.Headers;
        return new Answer(
            http.Response.StatusCode,
            Answers.BodyOf(http),
            headers["Idempotency-Replayed"] == "true",
            http.Response.ContentType,
            headers.Location.ToString(),
            headers.ETag.ToString(),
            headers.RetryAfter.ToString());
    }

    private async Task<IResult> RunAsync(IdempotentRequest request, HttpRequest received, string body)
    {
        Runs.Add(request);
        using var reader = new StreamReader(received.Body);
        Assert.Equal(body, await reader.ReadToEndAsync());
        if (During is { } during)
        {
            During = null;
            await during();
        }

        return Answer(request);
    }

    private sealed class Creation(string nonce) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.Headers.ETag, httpContext.Response.Headers["X-Other"]) = ("\"1\"", "not kept");
            return Results.Created("/api/essai/1", new { nonce }).ExecuteAsync(httpContext);
        }
    }
}
