using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Http;
using Orchestration.Storage;

namespace Orchestration.Tests.Http;

/// <summary>Requests without a server, and what was answered to them.</summary>
internal static class Answers
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().BuildServiceProvider();

    public static DefaultHttpContext Post(string body, string? contentType = "application/json") => Post(Encoding.UTF8.GetBytes(body), contentType);

    public static DefaultHttpContext Post(byte[] body, string? contentType = "application/json")
    {
        var http = Get("/api/essai");
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = contentType;
        http.Request.Body = new MemoryStream(body);
        return http;
    }

    public static DefaultHttpContext Get(string path, string query = "")
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (HttpMethods.Get, path, new QueryString(query));
        http.Response.Body = new MemoryStream();
        return http;
    }

    /// <summary>Lets a result write its answer.</summary>
    public static async Task<DefaultHttpContext> WriteAsync(this IResult result, DefaultHttpContext? http = null)
    {
        http ??= Get("/api/essai");
        await result.ExecuteAsync(http);
        return http;
    }

    public static string BodyOf(HttpContext http) => Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());

    public static async Task<ProblemBody> ProblemAsync(this IResult result, int status) => await ProblemAsync(await result.WriteAsync(), status);

    public static Task<ProblemBody> ProblemAsync(HttpContext http, int status)
    {
        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal("application/problem+json", http.Response.ContentType);
        return Task.FromResult(JsonSerializer.Deserialize<ProblemBody>(BodyOf(http), Json.Options)!);
    }
}
