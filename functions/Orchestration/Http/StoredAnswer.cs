using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Orchestration.Http;

/// <summary>An answer, as it is repeated.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Those that belong to the answer.</param>
/// <param name="Body">Its bytes.</param>
public sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag"];

    /// <summary>A failure may be gone the next time.</summary>
    [JsonIgnore]
    public bool MayBeStored => Status < 500 && Status != StatusCodes.Status429TooManyRequests;

    [JsonIgnore]
    internal IResult First => new Written(this, Replayed: false);

    [JsonIgnore]
    internal IResult Replayed => new Written(this, Replayed: true);

    /// <summary>Lets a result write, but not to the caller yet.</summary>
    internal static async Task<StoredAnswer> OfAsync(IResult result, HttpContext http)
    {
        var body = new MemoryStream();
        // Not the caller's RequestAborted: results stop writing for a caller who is gone, without saying so, and half an answer would be kept.
        var scratch = new DefaultHttpContext { RequestServices = http.RequestServices, User = http.User };
        (scratch.Request.Method, scratch.Request.Scheme, scratch.Request.Host) = (http.Request.Method, http.Request.Scheme, http.Request.Host);
        (scratch.Request.PathBase, scratch.Request.Path, scratch.Request.QueryString) = (http.Request.PathBase, http.Request.Path, http.Request.QueryString);
        scratch.Response.Body = body;
        await result.ExecuteAsync(scratch);
        var headers = Kept
            .Select(name => (Name: name, Value: scratch.Response.Headers[name].ToString()))
            .Where(header => header.Value.Length > 0)
            .ToDictionary(header => header.Name, header => header.Value);
        return new StoredAnswer(scratch.Response.StatusCode, headers, body.ToArray());
    }

    private sealed record Written(StoredAnswer Answer, bool Replayed) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => Answer.Status;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = Answer.Status;
            foreach (var (name, value) in Answer.Headers)
                response.Headers[name] = value;
            if (Replayed)
                response.Headers["Idempotency-Replayed"] = "true";
            response.ContentLength = Answer.Body.Length;
            await response.Body.WriteAsync(Answer.Body, httpContext.RequestAborted);
        }
    }
}
