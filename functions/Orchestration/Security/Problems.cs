using Microsoft.AspNetCore.Http;

namespace Orchestration.Security;

/// <summary>Answers that refuse: problem details (RFC 9457), in French.</summary>
internal static class Problems
{
    public static IResult Of(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);

    public static Task Answer(HttpContext http, int status, string title, string detail) => Of(status, title, detail).ExecuteAsync(http);
}
