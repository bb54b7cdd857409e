using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Pages;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>
/// Where a session begins. GET shows a page and uses nothing up, since programs follow links; POST, from that page, uses the code of the link.
/// </summary>
public sealed class SignIn(SessionStore sessions, PlatformPeople people)
{
    private const string Code = "code";

    [Function(nameof(SignIn))]
    [Public]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/operations/sign-in")] HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsPost(request.Method) ? await BeginAsync(request, cancellation) : Ask(request);
    }

    /// <summary>A link that begins a session.</summary>
    /// <param name="address">Where the app answers.</param>
    /// <param name="code">Of the session store.</param>
    public static Uri LinkOf(Uri address, string code) => new(address, $"{PageAnswers.SignInPath}?{Code}={code}");

    private async Task<IResult> BeginAsync(HttpRequest request, CancellationToken cancellation)
    {
        var http = request.HttpContext;
        var fields = await DashboardForms.ReadFieldsAsync(request, cancellation);
        if (fields is null || !Antiforgery.IsFromHere(request))
            return PageAnswers.Forbidden(http, "Ce formulaire ne vient pas de la page de connexion. Rouvrez votre lien et recommencez.");
        if (await sessions.BeginAsync(fields.GetValueOrDefault(Code) ?? "", cancellation) is not { } session)
            return PageAnswers.Forbidden(http, "Ce lien a déjà servi, ou il a plus de quinze minutes. Demandez-en un autre.");
        SessionCookie.Write(http, session);
        return Flash.SeeOther(http, PageAnswers.Back(fields.GetValueOrDefault(PageAnswers.Return)), "connexion");
    }

    private IResult Ask(HttpRequest request)
    {
        var back = PageAnswers.Back(request.Query[PageAnswers.Return]);
        var page = new HtmlMarkup();
        page.AddHead("Connexion", forms: true);
        page.Add($"<h1>Connexion</h1>");
        if (request.Query[Code] is [{ Length: > 0 } code])
            WriteButton(page, code, back);
        else if (people.IsOn)
            page.Add($"""<p><a href="{PlatformPeople.SignInPath}?post_login_redirect_uri={Uri.EscapeDataString(back)}">Se connecter avec mon compte professionnel</a></p>""");
        else
            WriteWay(page, back);
        page.AddEnd();
        PageAnswers.Guard(request.HttpContext.Response);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = PageStyle.Sheet.PolicyWithForms + "; frame-ancestors 'none'";
        return Results.Text(page.ToString(), "text/html; charset=utf-8");
    }

    private static void WriteButton(HtmlMarkup page, string code, string back) => page.Add($"""
        <p>Ce lien ouvre une session de douze heures sur le tableau de bord. Il ne sert qu'une fois.</p>
        <form method="post" action="{PageAnswers.SignInPath}"><input type="hidden" name="{Code}" value="{code}">
        <input type="hidden" name="{PageAnswers.Return}" value="{back}"><button type="submit">Ouvrir ma session</button></form>
        """);

    private static void WriteWay(HtmlMarkup page, string back) => page.Add($"""
        <p>Le tableau de bord demande une session. L'application affiche un lien de connexion à son démarrage ; cette commande en donne un autre :</p>
        <p><code>dotnet run --no-build --project functions/Orchestration -- sign-in PRENOM.NOM --role operator</code></p>
        <p class="soft">Rôles : reader, planner, validator, operator. Un lien sert une fois, pendant quinze minutes.</p>
        <p><a href="{back}">J'ai déjà une session ouverte</a></p>
        """);
}
