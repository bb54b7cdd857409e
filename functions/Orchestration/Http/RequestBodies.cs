using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Orchestration.Security;

namespace Orchestration.Http;

/// <summary>Reads JSON bodies, strictly: the announced length first, then no more bytes than allowed.</summary>
internal static class RequestBodies
{
    public const int Largest = 64 * 1024;
    private const int Deepest = 20;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };

    /// <summary>Reads a body that is one JSON object in UTF-8, at most 20 levels deep.</summary>
    /// <returns>
    /// A reader, which knows the faults that any JSON may have; or the answer that refuses: 400 unreadable, with line and column; 413 too long;
    /// 415 not JSON; 422 JSON, but not an object.
    /// </returns>
    public static async Task<(BodyReader? Body, IResult? Problem)> ReadBodyAsync(
        this HttpRequest request, int largest = Largest, CancellationToken ct = default)
    {
        if (!IsJson(request))
            return (null, Problems.Of(415, "Format non pris en charge", "Envoyez du JSON en UTF-8, avec l'en-tête « Content-Type: application/json »."));
        if (await ReadBytesAsync(request, largest, ct) is not { } bytes)
            return (null, TooLong(largest));
        if (bytes.Length == 0)
            return (null, Problems.Of(400, "Corps vide", "Envoyez un objet JSON."));
        return Read(bytes);
    }

    /// <returns>Null when there are more bytes than allowed.</returns>
    public static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int largest, CancellationToken cancellation)
    {
        if (request.ContentLength > largest)
            return null;
        var bytes = new byte[largest + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > largest ? null : bytes[..length];
    }

    public static IResult TooLong(int largest) => Problems.Of(413, "Corps trop long", $"Envoyez {largest / 1024} Ko au plus.");

    private static (BodyReader? Body, IResult? Problem) Read(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!Utf8.IsValid(bytes))
            return (null, Unreadable(TextPlace.OfInvalidUtf8(bytes), "ce n'est pas de l'UTF-8"));
        JsonElement root;
        try
        {
            root = JsonElement.Parse(bytes.AsSpan(start), Options);
        }
        catch (JsonException error)
        {
            var isDeep = error.Message.Contains("depth", StringComparison.OrdinalIgnoreCase);
            return (null, Unreadable(TextPlace.Of(bytes.AsSpan(start), error), isDeep ? $"il a plus de {Deepest} niveaux" : "ce n'est pas du JSON"));
        }

        var faults = new Faults();
        JsonWalk.Check(root, JsonPointer.Whole, faults);
        if (root.ValueKind == JsonValueKind.Object)
            return (new BodyReader(root, JsonPointer.Whole, faults), null);
        faults.Add(JsonPointer.Whole, "Le corps n'est pas un objet.", "Écrivez un objet JSON, entre accolades.");
        return (null, HttpProblems.Unprocessable(faults));
    }

    private static IResult Unreadable(TextPlace place, string why) =>
        Problems.Of(400, "Corps illisible", $"À la ligne {place.Line}, colonne {place.Column} : {why}.");

    /// <summary>In UTF-8 and not compressed: a body is small.</summary>
    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.Charset.Length == 0 || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && request.Headers.ContentEncoding.Count == 0;
}
