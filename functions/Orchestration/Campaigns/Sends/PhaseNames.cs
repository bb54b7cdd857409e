using Orchestration.Campaigns.CaisseSends;

namespace Orchestration.Campaigns.Sends;

/// <summary>Phases as people read them.</summary>
internal static class PhaseNames
{
    public static string Of(SendStatus status) => status.Phase switch
    {
        SendPhase.WaitingForVisa => status.Why ?? "visa attendu",
        SendPhase.Planned or SendPhase.Ready => status.Why ?? "prévu",
        SendPhase.Sending => "en cours",
        SendPhase.Sent => "parti, accusés attendus",
        SendPhase.Closed => "clos",
        SendPhase.Over => status.Why ?? "sans suite",
        _ => throw new InvalidOperationException($"There is no phase {status.Phase}."),
    };

    /// <summary>« 98 sur 107 ».</summary>
    public static string OfCaisses(SendStatus status)
    {
        var total = status.Caisses.Values.Sum();
        return total == 0 ? "" : $"{status.Caisses.GetValueOrDefault(CaissePhase.Done)} sur {total}";
    }
}
