using System.Globalization;
using Orchestration.Campaigns.CaisseSends;

namespace Orchestration.Campaigns.Reports;

/// <summary>
/// Invariant E7, for every send and caisse: targeted = queued + Σ excluded by reason, and
/// queued = delivered + failed + expired + unknown + withheld by reason + pending, with nothing pending at closure.
/// </summary>
public static class Accounting
{
    /// <returns>What does not add up, in French; nothing when the account holds.</returns>
    public static IEnumerable<string> Check(CaisseTally tally, bool isClosed)
    {
        var excluded = tally.Excluded.Values.Sum();
        if (tally.Targeted != tally.Queued + excluded)
            yield return Line(tally, $"ciblés {tally.Targeted} ≠ mis en lot {tally.Queued} + exclus {excluded}");
        if (tally.Counts.Withheld != tally.Withheld.Values.Sum())
            yield return Line(tally, $"retenus {tally.Counts.Withheld} ≠ {tally.Withheld.Values.Sum()} par motif");
        if (tally.Counts.Failed != tally.Failed.Values.Sum())
            yield return Line(tally, $"échecs {tally.Counts.Failed} ≠ {tally.Failed.Values.Sum()} par motif");
        if (tally.Pending < 0)
            yield return Line(tally, $"{-tally.Pending} messages de plus que les {tally.Queued} mis en lot");
        if (isClosed && tally.Phase == CaissePhase.Done && tally.Pending != 0)
            yield return Line(tally, $"{tally.Pending} messages sans issue à la clôture");
    }

    private static string Line(CaisseTally tally, FormattableString text) => $"{tally.Caisse} : {text.ToString(CultureInfo.InvariantCulture)}";
}
