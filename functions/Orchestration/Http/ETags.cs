using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Orchestration.Storage;

namespace Orchestration.Http;

/// <summary>Answers that a caller need not read twice.</summary>
internal static class ETags
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>The body as JSON with the hash of its bytes as strong ETag; 304 without a body to who has it already (RFC 9110, 13.1.2).</summary>
    public static IResult JsonWithETag(HttpRequest request, object body) =>
        BytesWithETag(request, JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json.Options), JsonType);

    public static IResult BytesWithETag(HttpRequest request, byte[] body, string contentType)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"");
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = "private, no-cache";
        return Has(request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(body, contentType);
    }

    /// <summary>Weak comparison: whoever compressed the answer on its way may have weakened the tag.</summary>
    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var had)
        && had.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false));
}
