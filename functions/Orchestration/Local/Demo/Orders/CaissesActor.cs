using System.Text.Json;
using Orchestration.LocalRuntime.Time;
using Orchestration.Storage;

namespace Orchestration.Local.Demo.Orders;

/// <summary>
/// The communicators of some caisses: order, write, confirm and cancel over HTTP, each at its moment. Every request is repeated at once: the second
/// answer must be the first.
/// </summary>
internal sealed class CaissesActor(CaisseDesk desk, BusinessTime time, DemoOptions options)
{
    /// <summary>A colleague reads what was written, or somebody changes their mind, after a while.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(30);

    private readonly AnswerBook _answers = new(options.Folder);

    public async Task RunAsync(CancellationToken cancellation)
    {
        // Asked for before any of them comes: the clock cannot pass one.
        var moments = options.Script.Orders.Select(order => (Order: order, Moment: time.WaitUntilAsync(order.At, cancellation))).ToArray();
        await Task.WhenAll(moments.Select(pair => PlaceAsync(pair.Order, pair.Moment, cancellation)));
    }

    private async Task PlaceAsync(DemoOrder order, Task<IDisposable> moment, CancellationToken cancellation)
    {
        Task<IDisposable> later;
        OrderAnswer answer;
        using (await moment)
        {
            answer = await desk.OrderAsync(order, cancellation);
            await _answers.CheckAsync(answer, cancellation);
            await _answers.CheckAsync(await desk.OrderAsync(order, cancellation), cancellation);
            if (order.After is null)
                return;
            later = time.WaitUntilAsync(order.At + Later, cancellation);
        }

        using (await later)
            await desk.FollowUpAsync(order, JsonSerializer.Deserialize<PlacedOrder>(answer.Body, Json.Options)!, cancellation);
    }
}

/// <summary>Of the answer to an order, what its caisse needs to go on.</summary>
internal sealed record PlacedOrder(string Id, string ContentHash);
