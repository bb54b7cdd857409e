using Microsoft.DurableTask;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.Sends;

/// <summary>A launched send: its caisses, what they tell, and what is told to it. Part of <see cref="SendOrchestrator"/>: deterministic.</summary>
internal sealed class SendRun
{
    /// <summary>Raised by a caisse with its <see cref="CaisseStatus"/>.</summary>
    public const string CaisseProgress = nameof(CaisseProgress);

    private readonly TaskOrchestrationContext _context;
    private readonly SendKey _send;
    private readonly ErrorThreshold _threshold;
    private readonly SortedDictionary<string, Task<CaisseStatus>> _running = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CaisseStatus> _caisses = new(StringComparer.Ordinal);
    private Task<CaisseStatus> _told;
    private Task<Ring> _changed;
    private Task<string> _retry;
    private DeliveryCounts _judged = DeliveryCounts.None;

    public SendRun(TaskOrchestrationContext context, SendKey send, PinnedAudience audience, ErrorThreshold threshold)
    {
        _context = context;
        _send = send;
        _threshold = threshold;
        _told = context.WaitForExternalEvent<CaisseStatus>(CaisseProgress);
        _changed = context.WaitForExternalEvent<Ring>(Doorbell.Changed);
        _retry = context.WaitForExternalEvent<string>(SendOrchestrator.RetryCaisse);
        foreach (var caisse in audience.Caisses)
            Launch(caisse, audience.Snapshot);
    }

    public bool IsGoingOn => _running.Count > 0;

    public SendStatus Status => SendStatus.Of(_send, IsGoingOn ? SendPhase.Sending : SendPhase.Sent, null, _caisses.Values);

    /// <summary>Waits for the next thing that happens, or for the moment, and takes in everything that did.</summary>
    public async Task NextAsync(DateTime? until)
    {
        using var heard = new CancellationTokenSource();
        List<Task> signals = [.. _running.Values, _told, _changed, _retry];
        if (until is { } moment)
            signals.Add(_context.CreateTimer(moment, heard.Token));
        await Task.WhenAny(signals);
        heard.Cancel();

        for (; _told.IsCompleted; _told = _context.WaitForExternalEvent<CaisseStatus>(CaisseProgress))
            Hear(_told.Result);
        foreach (var (caisse, result) in _running.Where(pair => pair.Value.IsCompleted).ToArray())
            End(caisse, result);
        for (; _changed.IsCompleted; _changed = _context.WaitForExternalEvent<Ring>(Doorbell.Changed))
            ForwardChange(_changed.Result);
        for (; _retry.IsCompleted; _retry = _context.WaitForExternalEvent<string>(SendOrchestrator.RetryCaisse))
            await RetryAsync(_retry.Result);
        await PauseIfFailingAsync();
    }

    private void Launch(PinnedCaisse pinned, DateOnly snapshot)
    {
        var caisse = pinned.Caisse;
        _caisses[caisse] = CaisseStatus.Nothing(caisse, CaissePhase.Planned, null);
        _running[caisse] = _context.CallSubOrchestratorAsync<CaisseStatus>(
            nameof(CaisseSendOrchestrator),
            new CaisseSendInput(_send, caisse, snapshot, pinned.PrepareAt, pinned.Shard),
            new SubOrchestrationOptions(instanceId: $"{_send}:{caisse}"));
    }

    /// <summary>What a caisse says after its end is old news.</summary>
    private void Hear(CaisseStatus status)
    {
        if (_running.ContainsKey(status.Caisse))
            _caisses[status.Caisse] = status;
    }

    private void End(string caisse, Task<CaisseStatus> result)
    {
        _running.Remove(caisse);
        _caisses[caisse] = result.IsCompletedSuccessfully
            ? result.Result
            : _caisses[caisse] with { Phase = CaissePhase.NotCounted, Why = FailureWords.Of((result.Exception?.GetBaseException() as TaskFailedException)?.FailureDetails) };
    }

    /// <summary>Many small lots can fail together without any of them saying so. After a pause, counting begins anew.</summary>
    private async Task PauseIfFailingAsync()
    {
        var counts = Status.Counts;
        var fresh = counts.Since(_judged);
        if (!_threshold.IsExceeded(fresh.HandedOver, fresh.Failed))
            return;
        _judged = counts;
        await _context.CallActivityAsync(nameof(PauseFailingSend), new FailingSend(_send, fresh), Retries.OfActivity);
    }

    private void ForwardChange(Ring ring)
    {
        foreach (var caisse in _running.Keys)
            _context.SendEvent($"{_send}:{caisse}", Doorbell.Changed, ring);
    }

    /// <summary>Only a caisse that could not be counted is tried again, on the datamart of today.</summary>
    private async Task RetryAsync(string caisse)
    {
        if (_running.ContainsKey(caisse) || _caisses.GetValueOrDefault(caisse)?.Phase != CaissePhase.NotCounted)
            return;
        var audience = await _context.CallActivityAsync<PinnedAudience>(nameof(PinAudience), _send, Retries.OfActivity);
        if (audience.Caisses.FirstOrDefault(pinned => pinned.Caisse == caisse) is { } again)
            Launch(again, audience.Snapshot);
    }
}
