using Microsoft.Azure.Functions.Worker;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Records that a revision was applied whole.</summary>
public sealed class FinishRevision(RevisionStore revisions)
{
    [Function(nameof(FinishRevision))]
    public Task RunAsync([ActivityTrigger] RevisionInput input, CancellationToken cancellation) =>
        revisions.MarkAppliedAsync(input.Calendar, input.Number, cancellation);
}
