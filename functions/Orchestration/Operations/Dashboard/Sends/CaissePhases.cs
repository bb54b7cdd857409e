using Orchestration.Campaigns.CaisseSends;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>Where a caisse stands, in words and a colour.</summary>
internal static class CaissePhases
{
    public static string NameOf(CaissePhase phase) => phase switch
    {
        CaissePhase.Planned => "prévue",
        CaissePhase.Sending => "en cours",
        CaissePhase.Done => "terminée",
        CaissePhase.Withdrawn => "retirée",
        CaissePhase.NotCounted => "non comptée",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase without a name."),
    };

    /// <summary>A class of the style.</summary>
    public static string LookOf(CaissePhase phase) => phase switch
    {
        CaissePhase.NotCounted => "bad",
        CaissePhase.Sending or CaissePhase.Done => "good",
        CaissePhase.Withdrawn => "wait",
        _ => "plain-state",
    };
}
