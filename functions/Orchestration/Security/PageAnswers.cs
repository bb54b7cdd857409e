using Microsoft.AspNetCore.Http;
using Orchestration.Pages;

namespace Orchestration.Security;

/// <summary>How pages for people refuse: with another page.</summary>
internal static class PageAnswers
{
    /// <summary>Of the dashboard; every address of it begins so.</summary>
    public const string Home = "/api/operations";

    public const string SignInPath = Home + "/sign-in";

    /// <summary>The query parameter and form field that says where to go after signing in.</summary>
    public const string Return = "retour";

    /// <summary>To the page where people sign in, and back.</summary>
    public static IResult SignIn(HttpRequest request)
    {
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString.Value : Home;
        return SeeOther(request.HttpContext, $"{SignInPath}?{Return}={Uri.EscapeDataString(back)}");
    }

    /// <summary>A page of ours and no other, whatever an address asks for.</summary>
    public static string Back(string? wanted) =>
        wanted is { Length: <= 2000 }
        && (wanted == Home || wanted.StartsWith(Home + "/", StringComparison.Ordinal) || wanted.StartsWith(Home + "?", StringComparison.Ordinal))
        && !wanted.StartsWith(SignInPath, StringComparison.Ordinal)
        && wanted.All(letter => letter is > ' ' and < '\u007F' and not '\\')
            ? wanted
            : Home;

    public static IResult Forbidden(HttpContext http, string why) => Refuse(http, 403, "Action non permise", why);

    /// <summary>303: what follows is fetched with GET, whatever was posted.</summary>
    public static IResult SeeOther(HttpContext http, string address)
    {
        Guard(http.Response);
        http.Response.Headers.Location = address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static IResult Refuse(HttpContext http, int status, string title, string why)
    {
        var page = new HtmlMarkup();
        page.AddHead(title);
        page.Add($"""
            <h1>{title}</h1>
            <p class="card error">{why}</p>
            <p><a href="{Home}">Retour au tableau de bord</a></p>
            """);
        page.AddEnd();
        Guard(http.Response);
        http.Response.Headers.ContentSecurityPolicy = PageStyle.Sheet.Policy + "; frame-ancestors 'none'";
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>What every page says to the browser beside its policy.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
    }
}
