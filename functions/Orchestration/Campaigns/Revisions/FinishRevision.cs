using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Journeys;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Records that a revision was applied whole; only then do its journeys take over from those of the revision before.</summary>
public sealed class FinishRevision(RevisionStore revisions, JourneyDays days)
{
    [Function(nameof(FinishRevision))]
    public async Task RunAsync([ActivityTrigger] RevisionInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await revisions.MarkAppliedAsync(input.Calendar, input.Number, cancellation);
        var revision = await revisions.ReadAsync(input.Calendar, input.Number, cancellation);
        await days.AlignAsync(revision, client, cancellation);
        await JourneyDays.StartAsync(revision, client, cancellation);
    }
}
