using Microsoft.AspNetCore.Http;
using Orchestration.Caisses.Orders;
using Orchestration.Security;

namespace Orchestration.Caisses.Custom;

/// <summary>Why nothing can be done with a campaign of a caisse.</summary>
internal static class CampaignProblems
{
    /// <returns>Null when the caller may touch the campaign: a test key touches tests alone.</returns>
    public static IResult? Refuse(Caller caller, Order order) => caller.IsTest && !order.IsTest
        ? Problems.Of(403, "Action non permise", "Une clé d'essai ne touche qu'aux campagnes d'essai. Prenez votre clé de travail.")
        : null;
}
