using Microsoft.AspNetCore.Http;
using Orchestration.Pages;

namespace Orchestration.Audience.Suppressions;

/// <summary>The pages that a recipient sees; they name nobody and no campaign.</summary>
internal static class UnsubscribePage
{
    private const string OtherWays = "Vous pouvez aussi nous joindre au 3646 ou à l’accueil de votre caisse.";

    public static IResult Ask() => Page(200, "Se désinscrire", page => page.Add($"""
        <p>Voulez-vous ne plus recevoir de messages de ce type de l'Assurance Maladie ?</p>
        <form method="post"><button type="submit">Me désinscrire</button></form>
        <p class="soft">{OtherWays}</p>
        """));

    public static IResult Done() => Page(200, "C’est fait", page => page.Add($"""
        <p>Vous ne recevrez plus de messages de ce type. Vos droits et vos remboursements ne changent pas.</p>
        <p class="soft">{OtherWays}</p>
        """));

    public static IResult Test() => Page(200, "Ceci est un essai", page => page.Add($"""
        <p>Ce lien vient d’un message d’essai. Dans un vrai message, il ouvre la page de désinscription.</p>
        <p>Rien n’est enregistré&#160;: personne n’est désinscrit.</p>
        """));

    public static IResult Unknown() => Page(404, "Ce lien n’est plus valable", page => page.Add($"""
        <p>Ce lien est incomplet, ou le message est trop ancien. Utilisez le lien d'un message plus récent.</p>
        <p class="soft">{OtherWays}</p>
        """));

    private static IResult Page(int status, string title, Action<HtmlMarkup> write)
    {
        var page = new HtmlMarkup();
        page.AddHead(title, forms: true);
        page.Add($"<h1>{title}</h1>");
        write(page);
        page.AddEnd();
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }
}
