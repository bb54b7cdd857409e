using Microsoft.AspNetCore.Http;
using Orchestration.Campaigns.Control;
using Orchestration.Pages;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>A page of the dashboard being written: the head, the menu and the red stop stand around what is added to <see cref="Markup"/>.</summary>
/// <param name="title">Of the document, and its first heading.</param>
/// <param name="section">Marked in the menu.</param>
/// <param name="caller">Who looks at it.</param>
/// <param name="antiforgery">For its forms.</param>
internal sealed class DashboardPage(string title, DashboardSection section, Caller caller, string antiforgery)
{
    private const string Main = "contenu";

    public HtmlMarkup Markup { get; } = new();

    public Caller Caller => caller;

    /// <summary>More than the look of the dashboard: <see cref="DashboardStyle.Css"/> and something after it.</summary>
    public StyleSheet Style { get; init; } = DashboardStyle.Sheet;

    /// <summary>Set while everything is stopped.</summary>
    public ControlEntry? Stop { get; init; }

    /// <summary>What was just done, in French.</summary>
    public string? Done { get; init; }

    public required HttpContext Http { get; init; }

    /// <summary>Whether to show what those with that role may do.</summary>
    public bool Offers(Role role) => caller.IsAnyOf([role]);

    /// <summary>Begins a form that posts; every field goes between this and <see cref="EndForm"/>.</summary>
    public void BeginForm(string action) => Markup.Add($"""
        <form class="form" method="post" action="{action}"><input type="hidden" name="{Antiforgery.Field}" value="{antiforgery}">
        """);

    public void EndForm() => Markup.Add($"</form>");

    public IResult Answer(int status = 200)
    {
        PageAnswers.Guard(Http.Response);
        Http.Response.Headers.ContentSecurityPolicy = DashboardPolicy.Of(Style);
        return Results.Text(Write(), "text/html; charset=utf-8", statusCode: status);
    }

    private string Write()
    {
        var page = new HtmlMarkup();
        WriteHead(page);
        WriteTop(page);
        if (Stop is { } stop)
            WriteStop(page, stop);
        page.Add($"""
            <main id="{Main}" tabindex="-1">
            <h1>{title}</h1>
            """);
        if (Done is { } done)
            page.Add($"""<p class="card accepted" role="status">{done}</p>""");
        page.Add(Markup);
        page.Add($"""
            </main>
            </body>
            </html>
            """);
        return page.ToString();
    }

    private void WriteHead(HtmlMarkup page)
    {
        page.Add($"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} – Orchestration</title>
            <script src="{LiveScript.Address}" defer></script>
            """);
        page.AddStyle(Style.Css);
        page.Add($"""
            </head>
            <body>
            <a class="skip" href="#{Main}">Aller au contenu</a>
            """);
    }

    private void WriteTop(HtmlMarkup page)
    {
        page.Add($"""
            <header class="top"><div>
            <p class="brand"><a href="{PageAnswers.Home}">Orchestration</a></p>
            <nav aria-label="Tableau de bord"><ul class="menu">
            """);
        foreach (var one in DashboardSections.All)
        {
            var current = one == section ? HtmlMarkup.Part($" aria-current=\"page\"") : HtmlMarkup.Part($"");
            page.Add($"""<li><a href="{DashboardSections.AddressOf(one)}"{current}>{DashboardSections.NameOf(one)}</a></li>""");
        }

        page.Add($"""
            </ul></nav>
            <div class="who">
            """);
        if (Offers(Role.Operator) && Stop is null)
            page.Add($"""<a class="button danger small" href="{PageAnswers.Home}/stop">Arrêt général</a>""");
        page.Add($"""
            <span>{caller.Id} <span class="soft">({RoleNames.Of(caller.Role)})</span></span>
            <form method="post" action="{PageAnswers.Home}/sign-out"><input type="hidden" name="{Antiforgery.Field}" value="{antiforgery}"><button class="quiet small">Se déconnecter</button></form>
            </div></div></header>
            """);
    }

    private void WriteStop(HtmlMarkup page, ControlEntry stop)
    {
        page.Add($"""
            <aside class="stop" aria-label="Arrêt général"><p><strong>Tout est arrêté.</strong> {stop.Reason}</p>
            <p class="soft">Par {stop.By}, le {Moments.InParis(stop.At)} (heure de Paris). Rien n'est remis tant que personne ne reprend.</p>
            """);
        if (Offers(Role.Operator))
            page.Add($"""<p><a class="button small" href="{PageAnswers.Home}/stop">Reprendre les envois…</a></p>""");
        page.Add($"</aside>");
    }
}
