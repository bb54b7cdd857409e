namespace Orchestration.Campaigns.Revisions;

/// <summary>A revision and where it stands.</summary>
/// <param name="Revision">As it was accepted.</param>
/// <param name="Head">Where its calendar stands.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Why">In French, when it waits or is left.</param>
/// <param name="Changes">How many sends it would change now.</param>
/// <param name="Decision">What a person decided, if anybody did.</param>
public sealed record RevisionView(
    CalendarRevision Revision, CalendarHead Head, RevisionPhase Phase, string? Why, ChangeCounts Changes, RevisionDecision? Decision);

/// <summary>Reads revisions for those who look at them.</summary>
public sealed class RevisionReader(RevisionStore revisions, RevisionComparer comparer)
{
    /// <returns>Null when the calendar has no such revision.</returns>
    public async Task<RevisionView?> FindAsync(string calendar, int number, CancellationToken cancellation)
    {
        if (await revisions.HeadAsync(calendar, cancellation) is not { } head || number < 1 || number > head.Latest)
            return null;
        var revision = await revisions.ReadAsync(calendar, number, cancellation);
        var comparison = await comparer.CompareAsync(revision, cancellation);
        var decision = await revisions.DecisionAsync(calendar, number, cancellation);
        return head.Applied == number
            ? new RevisionView(revision, head, RevisionPhase.Applied, null, comparison.Changes, decision)
            : new RevisionView(revision, head, comparison.Phase, comparison.Why, comparison.Changes, decision);
    }
}
