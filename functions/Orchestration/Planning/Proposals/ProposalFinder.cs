using Orchestration.Calendars;
using Orchestration.Planning.Checks;

namespace Orchestration.Planning.Proposals;

/// <summary>
/// Tries changes, the smallest first, and keeps those after which the fault is gone and no rule objects to anything new. It counts its
/// trials, so that the same calendar always gets the same proposals.
/// </summary>
internal sealed class ProposalFinder
{
    private const int MostProposals = 3;
    private const int MostPerEntry = 2;
    private const int MostEntries = 4;
    private const int MostTrialsPerFault = 160;

    // A trial costs as much as the calendar is long.
    private const int StepTrials = 600_000;

    private readonly PlanRun run;
    private readonly HashSet<(string, string)> known;
    private int trials;

    private ProposalFinder(PlanRun run)
    {
        this.run = run;
        known = [.. Faults(run).Select(objection => objection.Identity)];
        trials = StepTrials / Math.Max(1, run.Steps.Count);
    }

    /// <returns>By fault; faults without a proposal are left out.</returns>
    public static IReadOnlyDictionary<(string Check, string Subject), IReadOnlyList<Proposal>> Find(PlanRun run)
    {
        var finder = new ProposalFinder(run);
        return Faults(run)
            .DistinctBy(objection => objection.Identity)
            .OrderByDescending(objection => objection.Severity)
            .Select(objection => (objection.Identity, Proposals: finder.For(objection)))
            .Where(found => found.Proposals.Count > 0)
            .ToDictionary(found => found.Identity, found => found.Proposals);
    }

    private static IEnumerable<Objection> Faults(PlanRun run) => run.Objections.Where(objection => !objection.IsWaived);

    private IReadOnlyList<Proposal> For(Objection fault)
    {
        var candidates = new Candidates(run.Calendar);
        var left = MostTrialsPerFault;
        var found = new List<Candidate>();
        foreach (var movable in fault.Finding.Movables.Where(candidates.HasAny).Take(MostEntries))
        {
            found.AddRange(candidates.Of(movable)
                .TakeWhile(_ => left-- > 0 && trials-- > 0)
                .Where(candidate => Mends(candidate, fault.Identity))
                .Take(MostPerEntry));
            left = Math.Max(left, MostTrialsPerFault / MostEntries);
        }

        return [.. found.OrderBy(candidate => candidate.Cost).Take(MostProposals).Select(candidate => candidate.Proposal)];
    }

    /// <summary>Stops at the first rule that objects to something new.</summary>
    private bool Mends(Candidate candidate, (string, string) fault)
    {
        var changed = run.With(candidate.Changed);
        return !changed.Problems.HasErrors
            && PlanChecks.Run(changed.State)
                .Where(objection => !objection.IsWaived)
                .All(objection => objection.Identity != fault && known.Contains(objection.Identity));
    }
}
