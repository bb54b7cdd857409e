using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Orchestration.Storage;

namespace Orchestration.Http;

/// <summary>Writes problem details.</summary>
internal sealed class ProblemResult(ProblemBody problem) : IResult, IStatusCodeHttpResult, IValueHttpResult, IContentTypeHttpResult
{
    public const string MediaType = "application/problem+json";

    public int? StatusCode => problem.Status;

    public object Value => problem;

    public string ContentType => MediaType;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var path = httpContext.Request.PathBase.Add(httpContext.Request.Path).ToUriComponent();
        var body = JsonSerializer.SerializeToUtf8Bytes(problem with { Instance = problem.Instance ?? path }, Json.Options);
        httpContext.Response.StatusCode = problem.Status;
        httpContext.Response.ContentType = MediaType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
