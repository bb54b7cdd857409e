using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.Caisses.Orders;

namespace Orchestration.Campaigns;

/// <summary>A ring at the doorbell.</summary>
/// <param name="StorageWasLost">Storage forgot its last moments: what history calls written may be gone, and is written or announced again.</param>
public sealed record Ring(bool StorageWasLost = false);

/// <summary>
/// Tells an orchestration that something it depends on has changed. It says nothing else: whoever hears it reads the records again, so that a ring too
/// many, or out of order, does no harm.
/// </summary>
internal static class Doorbell
{
    public const string Changed = nameof(Changed);

    /// <summary>
    /// Waits for a ring, or for a moment; null waits for a ring alone. A wait that the moment ends still takes the next ring with it, whatever the
    /// documentation says: call this only where the records are read again, in a new history, before the next wait.
    /// </summary>
    public static async Task WaitForChangeAsync(this TaskOrchestrationContext context, DateTimeOffset? until)
    {
        if (until is not { } moment)
        {
            await context.WaitForExternalEvent<Ring>(Changed);
            return;
        }

        var remaining = moment.UtcDateTime - context.CurrentUtcDateTime;
        if (remaining <= TimeSpan.Zero)
            return;
        try
        {
            await context.WaitForExternalEvent<Ring>(Changed, remaining);
        }
        catch (TaskCanceledException)
        {
            // The moment has come before any ring.
        }
    }

    /// <summary>Rings at an orchestration that may have ended, or may never have been.</summary>
    public static Task RingAsync(this DurableTaskClient client, string instance, CancellationToken cancellation) =>
        client.TellAsync(instance, Changed, new Ring(), cancellation);

    /// <summary>Tells something to an orchestration that may have ended, or may never have been.</summary>
    public static async Task TellAsync(
        this DurableTaskClient client, string instance, string what, object payload, CancellationToken cancellation)
    {
        var known = await client.GetInstanceAsync(instance, cancellation);
        if (known is { IsCompleted: false })
            await client.RaiseEventAsync(instance, what, payload, cancellation);
    }

    /// <summary>Rings at every send that goes on.</summary>
    public static Task RingAllSendsAsync(this DurableTaskClient client, Ring ring, CancellationToken cancellation) =>
        client.RingAllAsync(instance => SendKey.TryParse(instance, out _), ring, cancellation);

    /// <summary>Rings at every order of a model that goes on: they wait for the visa of the model.</summary>
    /// <param name="client">Knows them.</param>
    /// <param name="model">Name of the model: <c>compte-ameli</c>.</param>
    /// <param name="cancellation">Stops.</param>
    public static Task RingOrdersAsync(this DurableTaskClient client, string model, CancellationToken cancellation) =>
        client.RingAllAsync(
            instance => SendKey.TryParse(instance, out var key) && key.Value.Split('.') is [var order, var name, ..] && name == model && OrderId.IsReserved(order),
            new Ring(),
            cancellation);

    /// <summary>Rings at the journeys of every calendar.</summary>
    public static Task RingAllJourneysAsync(this DurableTaskClient client, CancellationToken cancellation) =>
        client.RingAllAsync(JourneyOrchestrator.IsInstance, new Ring(), cancellation);

    private static async Task RingAllAsync(this DurableTaskClient client, Func<string, bool> isMeant, Ring ring, CancellationToken cancellation)
    {
        var running = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending]);
        await foreach (var instance in client.GetAllInstancesAsync(running).WithCancellation(cancellation))
        {
            if (isMeant(instance.InstanceId))
                await client.TellAsync(instance.InstanceId, Changed, ring, cancellation);
        }
    }
}
