using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.Audience.Suppressions;
using Orchestration.Campaigns.Sends;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Brings one page of sends to what the revision says: starts those that are new, tells the others.</summary>
public sealed class ApplyRevision(RevisionStore revisions, SendStore sends, MessageFinder messages)
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
            if (record.Started)
                await client.RingAsync(key.Value, cancellation);
            else
                await StartAsync(client, key, cancellation);
        }
    }

    /// <summary>Orchestrators cannot start detached instances; this can, and a repeat finds the one that it started.</summary>
    private async Task StartAsync(DurableTaskClient client, SendKey key, CancellationToken cancellation)
    {
        await messages.RegisterAsync(key, cancellation);
        if (await client.GetInstanceAsync(key.Value, cancellation) is null)
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(SendOrchestrator), new SendInput(key), new StartOrchestrationOptions(InstanceId: key.Value), cancellation);
        await sends.MarkStartedAsync(key, cancellation);
    }
}
