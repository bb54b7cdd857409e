using System.Collections.Concurrent;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Audience.Suppressions;

/// <summary>Who must not be written to, kept in memory and topped up from the log at each <see cref="RefreshAsync"/>.</summary>
public sealed class SuppressionList : IDisposable
{
    private readonly SuppressionHasher _hasher;
    private readonly Clocks _clocks;
    private readonly AppendLog<Suppression> _log;
    private readonly SharedRead<bool> _refreshes;
    private readonly ConcurrentDictionary<string, Suppression[]> _byHash = new(StringComparer.Ordinal);

    public SuppressionList(Containers containers, SuppressionHasher hasher, Clocks clocks)
    {
        (_hasher, _clocks) = (hasher, clocks);
        _log = new AppendLog<Suppression>(containers.Suppressions, "log");
        _refreshes = new SharedRead<bool>(async cancellation =>
        {
            await _log.ReadNewAsync(Add, cancellation);
            return true;
        });
    }

    /// <summary>Takes in what was recorded anywhere until now.</summary>
    public Task RefreshAsync(CancellationToken cancellation) => _refreshes.ReadAsync(cancellation);

    /// <param name="personHash">By <see cref="SuppressionHasher.OfPerson"/>.</param>
    /// <param name="address">Address or E.164 number.</param>
    /// <param name="channel">How the message would go.</param>
    /// <param name="purpose">Why it would go.</param>
    /// <returns>The first suppression that forbids this message, or null.</returns>
    public Suppression? Find(string personHash, string address, Channel channel, Purpose purpose) =>
        _byHash.IsEmpty ? null : Match(personHash, channel, purpose) ?? Match(_hasher.OfAddress(address), channel, purpose);

    /// <summary>Recording the same thing twice changes nothing.</summary>
    public Task UnsubscribeAsync(string person, Channel channel, Purpose purpose, CancellationToken cancellation) =>
        RecordAsync(new Suppression(_hasher.OfPerson(person), SuppressionKind.Unsubscribed, channel, purpose, Now), cancellation);

    /// <summary>Closes an address for every purpose: a STOP, a hard bounce, a complaint.</summary>
    public Task CloseAddressAsync(string address, SuppressionKind kind, Channel channel, CancellationToken cancellation) =>
        RecordAsync(new Suppression(_hasher.OfAddress(address), kind, channel, null, Now), cancellation);

    public void Dispose() => _log.Dispose();

    private DateTimeOffset Now => _clocks.Business.GetUtcNow();

    private async Task RecordAsync(Suppression suppression, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        if (_byHash.TryGetValue(suppression.Hash, out var known) && known.Any(other => SameScope(other, suppression)))
            return;
        await _log.AppendAsync([suppression], cancellation);
    }

    private Suppression? Match(string hash, Channel channel, Purpose purpose) =>
        _byHash.TryGetValue(hash, out var known)
            ? Array.Find(known, one => one.Channel == channel && (one.Purpose is null || one.Purpose == purpose))
            : null;

    private void Add(Suppression suppression) =>
        _byHash.AddOrUpdate(
            suppression.Hash,
            _ => [suppression],
            (_, known) => known.Any(other => SameScope(other, suppression)) ? known : [.. known, suppression]);

    private static bool SameScope(Suppression one, Suppression other) =>
        (one.Kind, one.Channel, one.Purpose) == (other.Kind, other.Channel, other.Purpose);
}
