using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Orchestration.Security;
using Orchestration.Storage;

namespace Orchestration.Operations;

/// <summary>Reads small JSON bodies; what is wrong with one is said in French.</summary>
internal static class Requests
{
    private const int LargestBody = 16 * 1024;

    /// <returns>The body, or the answer that says what is wrong with it.</returns>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(this HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (request.ContentLength is null or > LargestBody)
            return (null, Problems.Of(413, "Corps absent ou trop long", $"Envoyez un objet JSON de {LargestBody / 1024} Ko au plus, avec Content-Length."));
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, Json.Options, cancellation);
            return body is null ? (null, Problems.Of(400, "Corps vide", "Envoyez un objet JSON.")) : (body, null);
        }
        catch (JsonException error)
        {
            return (null, Problems.Of(400, "Corps illisible", $"Le JSON est faux à l’endroit « {error.Path} », ligne {error.LineNumber + 1}."));
        }
    }

    public static IResult NoSuchSend(string send) => Problems.Of(404, "Envoi inconnu", $"Aucun envoi ne s’appelle « {send} ».");
}
