using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Campaigns.Reports;

/// <summary><c>reports/{sendKey}.json</c>: the account of a send.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="IsFinal">False until the closure, 30 days after the last slot.</param>
/// <param name="Status">Totals.</param>
/// <param name="Caisses">One account per caisse that had somebody or could not be counted.</param>
/// <param name="Problems">What does not add up, or is not complete; in French.</param>
public sealed record SendReport(
    PlannedSend Plan, bool IsFinal, SendStatus Status, IReadOnlyList<CaisseTally> Caisses, IReadOnlyList<string> Problems)
{
    /// <summary>Withheld messages by reason.</summary>
    public IReadOnlyDictionary<string, int> Withheld => Sum(Caisses.Select(tally => tally.Withheld));

    /// <summary>Failed messages by reason.</summary>
    public IReadOnlyDictionary<string, int> Failed => Sum(Caisses.Select(tally => tally.Failed));

    /// <summary>What caisses that ended well have to say, in French: whom a reminder left out.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Caisses.Where(tally => tally is { Phase: CaisseSends.CaissePhase.Done, Why: not null })
            .GroupBy(tally => tally.Why!)
            .Select(group => French.Text($"{French.Count(group.Count(), "caisse", "caisses")} : ") + group.Key),
    ];

    public static SendReport Of(PlannedSend plan, SendStatus last, IReadOnlyList<CaisseTally> counted, bool isFinal)
    {
        var caisses = isFinal ? [.. counted.Select(tally => tally.Close())] : counted;
        var phase = !isFinal || last.Phase == SendPhase.Over ? last.Phase : SendPhase.Closed;
        return new SendReport(
            plan,
            isFinal,
            SendStatus.Of(plan.Key, phase, last.Why, [.. caisses.Select(tally => tally.Status)]),
            caisses,
            [.. caisses.SelectMany(tally => Accounting.Check(tally, isFinal)),
             .. caisses.Where(tally => tally.Phase == CaisseSends.CaissePhase.NotCounted).Select(tally => $"{tally.Caisse} : non comptée ({tally.Why})"),
             .. Missing(last.Caisses.Values.Sum() - caisses.Count)]);
    }

    private static Dictionary<string, int> Sum(IEnumerable<IReadOnlyDictionary<string, int>> reasons) =>
        reasons.SelectMany(one => one).GroupBy(one => one.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(one => one.Value));

    /// <summary>A caisse whose orchestration fell leaves no account; without it the report is not whole.</summary>
    private static IEnumerable<string> Missing(int count) =>
        count > 0 ? [French.Count(count, "caisse n’a laissé aucun compte", "caisses n’ont laissé aucun compte")] : [];
}
