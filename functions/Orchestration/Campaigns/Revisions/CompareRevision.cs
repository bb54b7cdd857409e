using Microsoft.Azure.Functions.Worker;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Says what must happen to a revision, from the records as they stand.</summary>
public sealed class CompareRevision(RevisionStore revisions, RevisionComparer comparer)
{
    [Function(nameof(CompareRevision))]
    public async Task<RevisionComparison> RunAsync([ActivityTrigger] RevisionInput input, CancellationToken cancellation) =>
        await comparer.CompareAsync(await revisions.ReadAsync(input.Calendar, input.Number, cancellation), cancellation);
}
