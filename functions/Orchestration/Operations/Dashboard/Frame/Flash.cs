using Microsoft.AspNetCore.Http;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>What the next page says of what was just done: the address carries a code, never a text.</summary>
internal static class Flash
{
    private const string Parameter = "fait";

    private static readonly Dictionary<string, string> Messages = new(StringComparer.Ordinal)
    {
        ["suspendu"] = "L’envoi est suspendu : rien n’est plus remis. Ce qui était prêt attend la reprise.",
        ["repris"] = "L’envoi reprend.",
        ["annule"] = "L’envoi est annulé : ce qui n’était pas parti ne partira pas.",
        ["relance"] = "La relance est demandée : la caisse est préparée à nouveau.",
        ["relances"] = "Les relances sont demandées : les caisses non comptées sont préparées à nouveau.",
        ["lot-suspendu"] = "Les envois choisis sont suspendus.",
        ["lot-repris"] = "Les envois choisis reprennent.",
        ["lot-annule"] = "Les envois choisis sont annulés.",
        ["arret"] = "Tout est arrêté.",
        ["reprise"] = "L’arrêt général est levé. Les envois suspendus un par un le restent.",
        ["visa-accorde"] = "Le visa est accordé : ce qui l’attendait est prévenu.",
        ["visa-refuse"] = "Le visa est refusé : ce contenu ne partira pas.",
        ["revision-confirmee"] = "La révision est confirmée : elle s’applique.",
        ["revision-refusee"] = "La révision est refusée : le plan en vigueur continue.",
        ["rejoue"] = "Les messages sont remis sur leur file : ils sont essayés à nouveau.",
        ["ecarte"] = "Les messages sont écartés, avec leur motif.",
        ["connexion"] = "Vous êtes connecté.",
    };

    public static string? Read(HttpRequest request) => Messages.GetValueOrDefault(request.Query[Parameter].ToString());

    /// <summary>303 to a page, which says what was done.</summary>
    public static IResult SeeOther(HttpContext http, string address, string code) => Messages.ContainsKey(code)
        ? PageAnswers.SeeOther(http, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={code}")
        : throw new ArgumentException($"No message has the code '{code}'.", nameof(code));
}
