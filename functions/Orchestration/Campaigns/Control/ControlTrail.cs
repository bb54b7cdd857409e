using Orchestration.Storage;

namespace Orchestration.Campaigns.Control;

/// <summary>Every decision of operators, and of the error threshold, in an append-only log; what was read once is kept in memory.</summary>
internal sealed class ControlTrail(Containers containers) : IDisposable
{
    private readonly AppendLog<ControlChange> _log = new(containers.Control, "trail");
    private readonly Lock _gate = new();
    private readonly List<ControlChange> _known = [];

    public Task AppendAsync(IReadOnlyCollection<ControlChange> changes, CancellationToken cancellation) => _log.AppendAsync(changes, cancellation);

    /// <returns>What concerns one send, the global stop included; newest first.</returns>
    public async Task<IReadOnlyList<ControlChange>> OfAsync(SendKey send, CancellationToken cancellation)
    {
        await _log.ReadNewAsync(Keep, cancellation);
        lock (_gate)
            return [.. _known.Where(change => change.Send is not { } key || key == send).Reverse()];
    }

    public void Dispose() => _log.Dispose();

    private void Keep(ControlChange change)
    {
        lock (_gate)
            _known.Add(change);
    }
}
