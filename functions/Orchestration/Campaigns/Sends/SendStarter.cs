using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.Audience.Suppressions;

namespace Orchestration.Campaigns.Sends;

/// <summary>Orchestrators cannot start detached instances; an activity can, with this, and a repeat finds the one that it started.</summary>
public sealed class SendStarter(SendStore sends, MessageFinder messages)
{
    /// <summary>Starts the orchestration of a send, or tells the one that runs that the records have changed.</summary>
    public async Task EnsureAsync(DurableTaskClient client, SendRecord record, CancellationToken cancellation)
    {
        var key = record.Plan.Key;
        if (!record.Started)
        {
            await messages.RegisterAsync(key, cancellation);
            if (await client.GetInstanceAsync(key.Value, cancellation) is null)
                await ScheduleAsync(client, key, cancellation);
            await sends.MarkStartedAsync(key, cancellation);
        }
        else if (!record.Withdrawn && await IsOverAsync(client, key, cancellation))
        {
            await ScheduleAsync(client, key, cancellation);
        }
        else
        {
            await client.RingAsync(key.Value, cancellation);
        }
    }

    /// <summary>It ended before it was launched, withdrawn or expired: a revision that has it back, or moves it, starts it again.</summary>
    private static async Task<bool> IsOverAsync(DurableTaskClient client, SendKey send, CancellationToken cancellation) =>
        await client.GetInstanceAsync(send.Value, getInputsAndOutputs: true, cancellation) is { RuntimeStatus: OrchestrationRuntimeStatus.Completed } ended
        && ended.ReadCustomStatusAs<SendStatus>() is { Phase: SendPhase.Over };

    private static Task ScheduleAsync(DurableTaskClient client, SendKey send, CancellationToken cancellation) =>
        client.ScheduleNewOrchestrationInstanceAsync(
            nameof(SendOrchestrator), new SendInput(send), new StartOrchestrationOptions(InstanceId: send.Value), cancellation);
}
