using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>Answers in the form of the extension, which is older than problem details.</summary>
internal static class ManagementAnswers
{
    // Letters with accents as they are: nobody puts this JSON into a page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Empty(int status) => Results.StatusCode(status);

    public static IResult Of(JsonNode body, int status = StatusCodes.Status200OK) =>
        Results.Text(body.ToJsonString(Json), "application/json", Encoding.UTF8, status);

    /// <summary>The exception's type and message, but not its stack, which the extension shows too.</summary>
    public static IResult Error(int status, string message, Exception? cause = null)
    {
        var body = new JsonObject { ["Message"] = message };
        if (cause is not null)
        {
            body["ExceptionMessage"] = cause.Message;
            body["ExceptionType"] = cause.GetType().FullName;
        }

        return Of(body, status);
    }
}
