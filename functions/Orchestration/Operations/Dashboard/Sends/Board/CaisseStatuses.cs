using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>What the orchestrations of a launched send's caisses say, asked one by one.</summary>
internal static class CaisseStatuses
{
    private const int AtOnce = 16;

    /// <returns>Sorted; a caisse that has nobody has no orchestration and is left out.</returns>
    public static async Task<IReadOnlyList<CaisseStatus>> ReadAsync(
        DurableTaskClient client, SendKey send, IReadOnlyList<string> caisses, CancellationToken cancellation)
    {
        var found = new CaisseStatus?[caisses.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, caisses.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (index, _) => found[index] = await ReadAsync(client, send, caisses[index], cancellation));
        return [.. found.OfType<CaisseStatus>().OrderBy(status => status.Caisse, StringComparer.Ordinal)];
    }

    /// <returns>Null when it has no orchestration.</returns>
    public static async Task<CaisseStatus?> ReadAsync(DurableTaskClient client, SendKey send, string caisse, CancellationToken cancellation) =>
        await client.GetInstanceAsync($"{send}:{caisse}", getInputsAndOutputs: true, cancellation) switch
        {
            null => null,
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed } ended when ended.ReadOutputAs<CaisseStatus>() is { } result => result,
            { RuntimeStatus: OrchestrationRuntimeStatus.Failed } fallen => (fallen.ReadCustomStatusAs<CaisseStatus>() ?? Nothing(caisse)) with
            {
                Phase = CaissePhase.NotCounted,
                Why = FailureWords.Of(fallen.FailureDetails),
            },
            { } running => running.ReadCustomStatusAs<CaisseStatus>() ?? Nothing(caisse),
        };

    /// <summary>Those that can be tried again.</summary>
    public static async Task<IReadOnlyList<string>> NotCountedAsync(
        DurableTaskClient client, SendKey send, IReadOnlyList<string> caisses, CancellationToken cancellation) =>
        [.. (await ReadAsync(client, send, caisses, cancellation)).Where(status => status.Phase == CaissePhase.NotCounted).Select(status => status.Caisse)];

    private static CaisseStatus Nothing(string caisse) => CaisseStatus.Nothing(caisse, CaissePhase.Planned, null);
}
