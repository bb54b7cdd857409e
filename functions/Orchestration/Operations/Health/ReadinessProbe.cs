using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Orchestration.Audience.Datamart;
using Orchestration.Delivery;
using Orchestration.Messages.Library;
using Orchestration.Storage;
using Orchestration.Telemetry;
using Orchestration.Wording;

namespace Orchestration.Operations.Health;

/// <summary>
/// Looks at what the app needs: storage, the durable store, a datamart, templates, messages that were given up. Whoever asks within seconds gets the same
/// answer, so that probes cannot load the storage.
/// </summary>
public sealed class ReadinessProbe(
    Containers containers, StorageAccounts accounts, SnapshotStore snapshots, LibraryStore library, Clocks clocks, ILogger<ReadinessProbe> logger)
{
    /// <summary>Of an answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<Readiness>? _last;
    private DateTimeOffset _askedAt;

    /// <param name="durable">Asks the durable store.</param>
    /// <param name="cancellation">Ends the wait, not the checks: others wait for them too.</param>
    public Task<Readiness> CheckAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var now = clocks.System.GetUtcNow();
            if (_last is null || now - _askedAt >= Lifetime)
                (_last, _askedAt) = (Task.Run(() => CheckAllAsync(durable, now), CancellationToken.None), now);
            return _last.WaitAsync(cancellation);
        }
    }

    private async Task<Readiness> CheckAllAsync(DurableTaskClient durable, DateTimeOffset now) => Readiness.Of(now, await Task.WhenAll(
        CheckAsync("exchange-blobs", "Les fichiers d'échange", token => BlobsAsync(containers.Calendars, token)),
        CheckAsync("exchange-queues", "Les files d'échange", token => QueuesAsync(StorageAccounts.Exchange, token)),
        CheckAsync("data-blobs", "Les fichiers de données", token => BlobsAsync(containers.Control, token)),
        CheckAsync("data-queues", "Les files de données", token => QueuesAsync(StorageAccounts.Data, token)),
        CheckAsync("durable", "Le suivi des envois", token => DurableAsync(durable, token)),
        CheckAsync("datamart", "Le datamart", DatamartAsync),
        CheckAsync("templates", "La bibliothèque des modèles", TemplatesAsync),
        CheckAsync("poison", "Les files de messages abandonnés", PoisonAsync)));

    /// <summary>What does not answer, or not in time, is down; why is in the log.</summary>
    private async Task<HealthCheck> CheckAsync(string name, string what, Func<CancellationToken, Task<(HealthState State, string Detail)>> check)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (state, detail) = await check(patience.Token);
            return new HealthCheck(name, state, detail);
        }
#pragma warning disable CA1031 // Whatever the failure is, it is the answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.HealthCheckFailed(name, error);
            var plural = what.StartsWith("Les ", StringComparison.Ordinal);
            return new HealthCheck(name, HealthState.Down, French.Typeset($"{what} ne {(plural ? "répondent" : "répond")} pas."));
        }
    }

    private static async Task<(HealthState State, string Detail)> BlobsAsync(BlobContainerClient container, CancellationToken cancellation) =>
        await container.ExistsAsync(cancellation)
            ? (HealthState.Up, "Le stockage de fichiers répond.")
            : (HealthState.Down, "Le stockage de fichiers répond, mais n’a pas été préparé.");

    private async Task<(HealthState State, string Detail)> QueuesAsync(string account, CancellationToken cancellation)
    {
        await accounts.Queues(account).GetQueueClient(StorageDeliveryQueue.Name).ExistsAsync(cancellation);
        return (HealthState.Up, "Le stockage de files répond.");
    }

    private static async Task<(HealthState State, string Detail)> DurableAsync(DurableTaskClient durable, CancellationToken cancellation)
    {
        await durable.GetInstanceAsync("health", cancellation);
        return (HealthState.Up, "Le suivi des envois répond.");
    }

    private async Task<(HealthState State, string Detail)> DatamartAsync(CancellationToken cancellation) =>
        await snapshots.CurrentAsync(cancellation) is { } date
            ? (HealthState.Up, $"Le datamart est celui du {FrenchDates.Long(date)}.")
            : (HealthState.Degraded, "Aucun datamart n’a encore été livré.");

    private async Task<(HealthState State, string Detail)> TemplatesAsync(CancellationToken cancellation) =>
        await library.PublishedAsync(cancellation) is not null
            ? (HealthState.Up, "Des modèles sont publiés.")
            : (HealthState.Degraded, "Aucun modèle n’est publié.");

    private async Task<(HealthState State, string Detail)> PoisonAsync(CancellationToken cancellation)
    {
        var counts = await Task.WhenAll(PoisonQueues.All.Select(queue => CountAsync(accounts.Queues(queue.Account).GetQueueClient(queue.Name), cancellation)));
        var given = counts.Sum();
        return given == 0
            ? (HealthState.Up, "Aucun message n’a été abandonné.")
            : (HealthState.Degraded, French.Text($"{French.Count(given, "message a été abandonné", "messages ont été abandonnés")} : un opérateur doit les rejouer ou les écarter."));
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellation)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount;
        }
        catch (Azure.RequestFailedException error) when (error.Status == 404)
        {
            // It is made when the first message comes.
            return 0;
        }
    }
}
