using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Orchestration.Security;

/// <summary>
/// Keeps other sites from posting the dashboard's forms with a visitor's cookie: each form carries a token that only a page of that session has, and
/// the browser must say that the form came from here.
/// </summary>
public sealed class Antiforgery(IOptions<LinkOptions> links)
{
    /// <summary>The form field that carries the token.</summary>
    public const string Field = "antiforgery";

    // The first words keep it apart from every other thing that these secrets sign.
    private const string Purpose = "antiforgery\n";

    /// <summary>Derived from the secret of the session; for people whom the platform has signed in, from the app's own key and their name.</summary>
    public string TokenOf(HttpRequest request, Caller caller) =>
        OfSession(request) ?? OfPerson(links.Value.CurrentKey, caller);

    public bool Accepts(HttpRequest request, Caller caller, string? token) =>
        IsFromHere(request) && token is not null && Candidates(request, caller).Any(expected => Same(expected, token));

    /// <summary>
    /// A browser says where a form comes from in <c>Sec-Fetch-Site</c> or, without it, in <c>Origin</c>; whoever says neither is not a browser on one of
    /// our pages.
    /// </summary>
    public static bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        // Pages that send no referrer send the origin « null » with their forms.
        var isNamed = origin.Length > 0 && origin != "null";
        if (isNamed && !(Uri.TryCreate(origin, UriKind.Absolute, out var site) && Hosts(request).Contains(site.Authority, StringComparer.OrdinalIgnoreCase)))
            return false;
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "" => isNamed,
            "same-origin" => true,
            _ => false,
        };
    }

    /// <summary>Behind the platform's own proxy the host is said apart.</summary>
    private static IEnumerable<string> Hosts(HttpRequest request) =>
        new[] { request.Host.Value, request.Headers["X-Forwarded-Host"].ToString(), request.Headers["X-Original-Host"].ToString() }.OfType<string>();

    private IEnumerable<string> Candidates(HttpRequest request, Caller caller) =>
        OfSession(request) is { } token ? [token] : links.Value.Keys.Keys.Select(key => OfPerson(key, caller));

    private static string? OfSession(HttpRequest request) =>
        SessionCookie.Read(request) is { } cookie && ApiKey.Split(cookie, KeyKind.Session) is var (_, secret)
            ? Mac(Encoding.ASCII.GetBytes(secret), Purpose)
            : null;

    private string OfPerson(string key, Caller caller) => Mac(Convert.FromBase64String(links.Value.Keys[key]), Purpose + caller.Id);

    private static string Mac(byte[] key, string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static bool Same(string expected, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(token));
}
