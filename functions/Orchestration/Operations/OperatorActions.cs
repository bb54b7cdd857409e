using Microsoft.DurableTask.Client;
using Orchestration.Campaigns;
using Orchestration.Campaigns.Control;

namespace Orchestration.Operations;

/// <summary>Who acts, and why: kept with the decision.</summary>
public sealed record Signature(string By, string Reason);

/// <summary>Caisses of a send that are told to try again.</summary>
public sealed record CaissesToRetry(SendKey Send, IReadOnlyList<string> Caisses);

/// <summary>What operators do, over HTTP and on the dashboard: recorded first, then told to the orchestrations.</summary>
public sealed class OperatorActions(ControlStore control)
{
    private const int AtOnce = 16;

    /// <returns>What the send must do now: a cancelled one stays cancelled.</returns>
    public async Task<SendControl> SetAsync(
        SendKey send, SendControl wanted, Signature signature, DurableTaskClient client, CancellationToken cancellation) =>
        (await SetManyAsync([send], wanted, signature, client, cancellation))[send];

    /// <returns>The board as it stands now.</returns>
    public async Task<ControlBoard> SetManyAsync(
        IReadOnlyCollection<SendKey> sends, SendControl wanted, Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        var board = await control.SetManyAsync(sends, wanted, signature.By, signature.Reason, cancellation);
        await EachAsync(sends, send => client.RingAsync(send.Value, cancellation), cancellation);
        return board;
    }

    /// <summary>A caisse that was counted meanwhile is left as it is: its send knows.</summary>
    public async Task RetryAsync(
        IReadOnlyCollection<CaissesToRetry> retries, Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        await control.RecordRetriesAsync([.. retries.Select(retry => (retry.Send, retry.Caisses))], signature.By, signature.Reason, cancellation);
        var each = retries.SelectMany(retry => retry.Caisses.Select(caisse => (retry.Send, Caisse: caisse)));
        await EachAsync(each, one => client.TellAsync(one.Send.Value, SendOrchestrator.RetryCaisse, one.Caisse, cancellation), cancellation);
    }

    /// <summary>The red stop: holds everything back.</summary>
    public async Task StopAsync(Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        await control.StopAllAsync(signature.By, signature.Reason, cancellation);
        await client.RingAllSendsAsync(new Ring(), cancellation);
    }

    /// <summary>Ends the red stop; a send that was paused by itself stays paused.</summary>
    public async Task ReleaseAsync(Signature signature, DurableTaskClient client, CancellationToken cancellation)
    {
        await control.ReleaseAllAsync(signature.By, signature.Reason, cancellation);
        await client.RingAllSendsAsync(new Ring(), cancellation);
    }

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, _) => await act(item));
}
