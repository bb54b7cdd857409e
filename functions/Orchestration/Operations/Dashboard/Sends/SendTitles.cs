using Orchestration.Caisses.Orders;
using Orchestration.Campaigns;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Sends as the dashboard names them.</summary>
internal static class SendTitles
{
    /// <summary>« Vaccination ROR : invitation »; what a caisse ordered has one send, which needs no name of its own.</summary>
    public static string Of(string campaign, SendKey send) => OrderId.IsReserved(send.Value.Split('.')[0])
        ? French.Typeset(campaign)
        : French.Text($"{campaign} : {SendNames.Of(send)}");

    /// <summary>Where nothing else says whose order it is: « Changement d’accueil (CGSS de la Guadeloupe) ».</summary>
    public static string WithCaisse(BoardSend send) => OrderId.IsReserved(send.Source) && send.Caisses.Count == 1
        ? French.Text($"{Of(send.Title, send.Key)} ({CaisseNames.Of(send.Caisses.Single())})")
        : Of(send.Title, send.Key);
}
