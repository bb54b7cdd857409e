using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Control;

/// <summary>Reads and changes the <see cref="ControlBoard"/>; every change is also kept in an append-only trail.</summary>
public sealed class ControlStore(Containers containers, Clocks clocks) : IDisposable
{
    internal const string Board = "board.json";
    private readonly ControlTrail _trail = new(containers);
    private readonly CachedBlob<ControlBoard> _board =
        new(containers.Control, Board, content => content.ToObjectFromJson<ControlBoard>(Json.Options)!);

    public async Task<ControlBoard> ReadAsync(CancellationToken cancellation) => await _board.TryReadAsync(cancellation) ?? ControlBoard.Clear;

    /// <summary>Pauses, resumes or cancels one send.</summary>
    /// <returns>What the send must do now: a cancelled one stays cancelled.</returns>
    public async Task<SendControl> SetAsync(SendKey send, SendControl state, string by, string reason, CancellationToken cancellation) =>
        (await SetManyAsync([send], state, by, reason, cancellation))[send];

    /// <summary>Pauses, resumes or cancels several sends at once.</summary>
    /// <returns>The board as it stands now.</returns>
    public async Task<ControlBoard> SetManyAsync(
        IReadOnlyCollection<SendKey> sends, SendControl state, string by, string reason, CancellationToken cancellation)
    {
        var entry = new ControlEntry(state, by, reason, clocks.Business.GetUtcNow());
        await _trail.AppendAsync([.. sends.Select(send => new ControlChange(send, entry))], cancellation);
        return await UpdateAsync(present => present.With(sends, entry), cancellation);
    }

    /// <summary>Keeps who told caisses to try again, and why; the board does not change.</summary>
    public Task RecordRetriesAsync(
        IReadOnlyCollection<(SendKey Send, IReadOnlyList<string> Caisses)> retries, string by, string reason, CancellationToken cancellation)
    {
        var entry = new ControlEntry(SendControl.Running, by, reason, clocks.Business.GetUtcNow());
        return _trail.AppendAsync([.. retries.Select(retry => new ControlChange(retry.Send, entry, retry.Caisses))], cancellation);
    }

    /// <returns>Everything that was decided of a send, or of all of them; newest first.</returns>
    public Task<IReadOnlyList<ControlChange>> TrailAsync(SendKey send, CancellationToken cancellation) => _trail.OfAsync(send, cancellation);

    /// <summary>The pipeline itself pauses a send that fails too often.</summary>
    public Task PauseByThresholdAsync(SendKey send, DeliveryCounts counts, CancellationToken cancellation) =>
        SetAsync(send, SendControl.Paused, "seuil-erreurs", $"{counts.Failed} échecs sur {counts.HandedOver} messages remis", cancellation);

    /// <summary>Stops everything.</summary>
    public async Task StopAllAsync(string by, string reason, CancellationToken cancellation)
    {
        var entry = new ControlEntry(SendControl.Paused, by, reason, clocks.Business.GetUtcNow());
        await _trail.AppendAsync([new ControlChange(null, entry)], cancellation);
        await UpdateAsync(present => present.WithStop(entry), cancellation);
    }

    /// <summary>Ends the global stop; a send that was paused by itself stays paused.</summary>
    public async Task ReleaseAllAsync(string by, string reason, CancellationToken cancellation)
    {
        var entry = new ControlEntry(SendControl.Running, by, reason, clocks.Business.GetUtcNow());
        await _trail.AppendAsync([new ControlChange(null, entry)], cancellation);
        await UpdateAsync(present => present.WithStop(null), cancellation);
    }

    public void Dispose() => _trail.Dispose();

    private Task<ControlBoard> UpdateAsync(Func<ControlBoard, ControlBoard> change, CancellationToken cancellation) =>
        containers.Control.UpdateAsync<ControlBoard>(Board, present => change(present ?? ControlBoard.Clear), cancellation);
}
