using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Campaigns.Sends;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Brings one page of sends to what the revision says: starts those that are new, tells the others.</summary>
public sealed class ApplyRevision(RevisionStore revisions, SendStore sends, SendStarter starter)
{
    [Function(nameof(ApplyRevision))]
    public async Task RunAsync(
        [ActivityTrigger] RevisionPage input, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var revision = await revisions.ReadAsync(input.Calendar, input.Number, cancellation);
        var changes = await RevisionChanges.ReadAsync(revision, sends, cancellation);
        foreach (var key in changes.Page(input.Page))
        {
            var record = changes.Planned.TryGetValue(key, out var plan)
                ? await sends.PlanAsync(plan, input.Number, cancellation)
                : await sends.WithdrawAsync(key, input.Number, cancellation);
            await starter.EnsureAsync(client, record, cancellation);
        }
    }
}
