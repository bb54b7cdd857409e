using Microsoft.AspNetCore.Http;

namespace Orchestration.Security;

/// <summary>The cookie that carries a session: never to another site, never to a script.</summary>
internal static class SessionCookie
{
    public const string Name = "orchestration-session";
    private const string Path = "/api";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpContext http, string session) => http.Response.Cookies.Append(Name, session, Options(http.Request));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http.Request));

    /// <summary>It goes with the browser's window; the session itself ends sooner or later by itself.</summary>
    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Path = Path,
        Secure = request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https",
        IsEssential = true,
    };
}
