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
        var bytes = new byte[LargestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > LargestBody)
            return (null, Problems.Of(413, "Corps trop long", $"Envoyez un objet JSON de {LargestBody / 1024} Ko au plus."));
        try
        {
            var body = JsonSerializer.Deserialize<T>(bytes.AsSpan(0, length), Json.Options);
            return body is null ? (null, Problems.Of(400, "Corps vide", "Envoyez un objet JSON.")) : (body, null);
        }
        catch (JsonException error)
        {
            return (null, Problems.Of(400, "Corps illisible", $"Le JSON est faux à l’endroit « {error.Path} », ligne {error.LineNumber + 1}."));
        }
    }

    /// <summary>Whether a calendar can have such an id.</summary>
    public static bool IsCalendar(string id) => id.Length is > 0 and <= 80 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static IResult NoSuchCalendar(string calendar) => Problems.Of(404, "Calendrier inconnu", $"Aucun calendrier ne s’appelle « {calendar} ».");

    public static IResult NoSuchSend(string send) => Problems.Of(404, "Envoi inconnu", $"Aucun envoi ne s’appelle « {send} ».");
}
