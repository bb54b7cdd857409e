using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>
/// The one script of the dashboard: refreshes in place what has an id and the attribute <c>data-live</c>. Its address names its content, so that
/// browsers keep it for good.
/// </summary>
public sealed class LiveScript
{
    private const string Path = "operations/live.js";
    private static readonly byte[] Script = Read();

    /// <summary>For a page to load it.</summary>
    internal static string Address { get; } = $"/api/{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Script))[..16]}";

    [Function(nameof(LiveScript))]
    [Public]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/" + Path)] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var response = request.HttpContext.Response;
        PageAnswers.Guard(response);
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Script, "text/javascript; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("live.js")
            ?? throw new InvalidOperationException("The script of the dashboard is missing from the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
