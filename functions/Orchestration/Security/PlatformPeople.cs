using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Orchestration.Security;

/// <summary>
/// People whom App Service authentication has signed in: the platform says so in a header, which it takes away from whoever else writes it. Their roles
/// are the app roles <c>reader</c>, <c>planner</c>, <c>validator</c> and <c>operator</c>.
/// </summary>
public sealed class PlatformPeople(IOptions<DashboardOptions> options, IConfiguration configuration)
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    /// <summary>Where people sign in; the platform's own page.</summary>
    public const string SignInPath = "/.auth/login/aad";

    /// <summary>Where they sign out.</summary>
    public const string SignOutPath = "/.auth/logout";

    private const string Switch = "WEBSITE_AUTH_ENABLED";
    private const int LargestHeader = 32 * 1024;

    private static readonly string[] NameClaims =
    [
        "preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "email", "name",
    ];

    private static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reader"] = Role.Reader,
        ["planner"] = Role.Planner,
        ["validator"] = Role.Validator,
        ["operator"] = Role.Operator,
    };

    public bool IsOn => options.Value.PlatformSignIn && bool.TryParse(configuration[Switch], out var on) && on;

    /// <returns>Null when the platform does not sign people in, has signed nobody in, or says it in a way that is not understood.</returns>
    public Caller? Find(HttpRequest request)
    {
        if (!IsOn || request.Headers[Header] is not [{ Length: > 0 and <= LargestHeader } header] || Read(header) is not { Claims: { } claims } principal)
            return null;
        var name = NameClaims.Prepend(principal.NameType).Select(type => claims.FirstOrDefault(claim => claim.Type == type)?.Value)
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
        var roles = claims.Where(claim => claim.Type == "roles" || claim.Type == principal.RoleType)
            .Aggregate(Role.None, (all, claim) => all | Roles.GetValueOrDefault(claim.Value ?? ""));
        return name is null ? null : new Caller(name, roles);
    }

    private static Principal? Read(string header)
    {
        var bytes = new byte[header.Length];
        try
        {
            return Convert.TryFromBase64String(header, bytes, out var length) ? JsonSerializer.Deserialize<Principal>(bytes.AsSpan(0, length)) : null;
        }
        catch (JsonException)
        {
            // Not the platform's way to say it: nobody.
            return null;
        }
    }

    /// <summary>As documented under « Access user claims » of App Service.</summary>
    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("claims")] IReadOnlyList<PrincipalClaim>? Claims,
        [property: System.Text.Json.Serialization.JsonPropertyName("name_typ")] string? NameType,
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleType);

    private sealed record PrincipalClaim(
        [property: System.Text.Json.Serialization.JsonPropertyName("typ")] string? Type,
        [property: System.Text.Json.Serialization.JsonPropertyName("val")] string? Value);
}
