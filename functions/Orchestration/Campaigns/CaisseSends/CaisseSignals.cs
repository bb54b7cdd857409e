using Microsoft.DurableTask;
using Orchestration.Campaigns.Sends;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>
/// What a caisse hears: lots that come back from delivery, and the doorbell. Tells its send how it goes. It listens from the beginning to the end with
/// one wait for each event: a wait that was given up would take the next event with it.
/// </summary>
internal sealed class CaisseSignals(TaskOrchestrationContext context, CaisseSendInput input)
{
    /// <summary>Raised by the delivery with a <see cref="LotSettlement"/>.</summary>
    public const string LotSettled = nameof(LotSettled);

    private Task<LotSettlement> _settled = context.WaitForExternalEvent<LotSettlement>(LotSettled);
    private Task<Ring> _changed = context.WaitForExternalEvent<Ring>(Doorbell.Changed);
    private CaisseStatus? _told;

    /// <summary>Before anything is decided: waits for the doorbell, or for a moment; null waits for the doorbell alone.</summary>
    public async Task ChangeAsync(DateTimeOffset? until)
    {
        await WaitAsync(until, _changed);
        if (_changed.IsCompleted)
            _changed = context.WaitForExternalEvent<Ring>(Doorbell.Changed);
    }

    /// <summary>Takes in everything that was heard so far.</summary>
    public CaisseRun Drain(CaisseRun run)
    {
        for (; _settled.IsCompleted; _settled = context.WaitForExternalEvent<LotSettlement>(LotSettled))
            run = run with { Book = run.Book.Settle(_settled.Result) };
        for (; _changed.IsCompleted; _changed = context.WaitForExternalEvent<Ring>(Doorbell.Changed))
            run = run with { Book = run.Book.Wake(context.CurrentUtcDateTime, _changed.Result.StorageWasLost), MustReview = true };
        return run;
    }

    /// <summary>Tells the send where things stand, and waits for the next signal or moment.</summary>
    public async Task<CaisseRun> NextAsync(CaisseRun run, DateTimeOffset? until, string? why)
    {
        Tell(run.Status(input.Caisse) with { Why = why });
        await WaitAsync(until, _settled, _changed);
        return run;
    }

    private async Task WaitAsync(DateTimeOffset? until, params IEnumerable<Task> signals)
    {
        if (until is not { } moment)
        {
            await Task.WhenAny(signals);
            return;
        }

        using var heard = new CancellationTokenSource();
        await Task.WhenAny([.. signals, context.CreateTimer(moment.UtcDateTime, heard.Token)]);
        heard.Cancel();
    }

    private void Tell(CaisseStatus status)
    {
        context.SetCustomStatus(status);
        if (context.Parent is { } send && status != _told)
            context.SendEvent(send.InstanceId, SendRun.CaisseProgress, status);
        _told = status;
    }
}
