using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Http.OpenApi;

/// <summary>What can be asked of the app, for programs: made once.</summary>
public sealed class ReadApiDocument
{
    private static readonly Lazy<byte[]> Document = new(ApiDocument.Write);

    [Function(nameof(ReadApiDocument))]
    [Public]
    [Describes("Ce document.", ContentType = "application/json")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ETags.BytesWithETag(request, Document.Value, "application/json; charset=utf-8");
    }
}
