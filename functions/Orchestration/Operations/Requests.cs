using Microsoft.AspNetCore.Http;
using Orchestration.Http;
using Orchestration.Security;

namespace Orchestration.Operations;

/// <summary>What the requests of operators have in common.</summary>
internal static class Requests
{
    private const int LargestBody = 16 * 1024;

    /// <summary>Reads a small body, and refuses every member that <paramref name="read"/> did not ask for.</summary>
    /// <returns>The body, or the answer that names everything that is wrong with it.</returns>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(this HttpRequest request, Func<BodyReader, T> read, CancellationToken cancellation)
        where T : class
    {
        var (reader, problem) = await request.ReadBodyAsync(LargestBody, cancellation);
        if (reader is null)
            return (null, problem);
        var body = read(reader);
        reader.RefuseOthers();
        return reader.Faults.Any ? (null, HttpProblems.Unprocessable(reader.Faults)) : (body, null);
    }

    /// <summary>Whether a calendar can have such an id.</summary>
    public static bool IsCalendar(string id) => id.Length is > 0 and <= 80 && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static IResult NoSuchCalendar(string calendar) => Problems.Of(404, "Calendrier inconnu", $"Aucun calendrier ne s’appelle « {calendar} ».");

    public static IResult NoSuchSend(string send) => Problems.Of(404, "Envoi inconnu", $"Aucun envoi ne s’appelle « {send} ».");
}
