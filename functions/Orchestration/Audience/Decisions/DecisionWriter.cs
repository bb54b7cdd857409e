using Orchestration.Audience.Datamart;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Audience.Decisions;

/// <summary>
/// Writes the decisions of one run as they are made: decision blobs, and one blob of recipients per lot. Holds at most the open lots
/// (days × channels) and one decision blob in memory. Nothing counts until the index is committed.
/// </summary>
/// <param name="containers">Where blobs go.</param>
/// <param name="send">Which occurrence.</param>
/// <param name="caisse">Which caisse.</param>
/// <param name="run">Names this run's blobs.</param>
/// <param name="days">Over how many days the audience is spread.</param>
/// <param name="fields">Names of the columns that the template prints.</param>
internal sealed class DecisionWriter(
    Containers containers, SendKey send, string caisse, string run, int days, IReadOnlyList<string> fields) : IDisposable
{
    public const int PeoplePerLot = 5_000;
    public const int DecisionsPerPart = 20_000;

    private readonly SortedDictionary<(int Day, Channel Channel), OpenLot> _open = [];
    private readonly List<LotEntry> _lots = [];
    private readonly SortedDictionary<string, int> _excluded = new(StringComparer.Ordinal);
    private NdjsonWriter<Decision> _part = new();

    public int Targeted { get; private set; }

    public int Parts { get; private set; }

    public IReadOnlyDictionary<string, int> Excluded => _excluded;

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<LotEntry> Lots => [.. _lots.OrderBy(lot => lot.Number)];

    public async Task AddAsync(Person person, ChannelChoice choice, CancellationToken cancellation)
    {
        Targeted++;
        if (choice.Excluded is { } reason)
        {
            _excluded[reason] = _excluded.GetValueOrDefault(reason) + 1;
            _part.Add(new Decision(person.Id, null, null, null, reason));
        }
        else
        {
            await AddToLotAsync(person, choice.Channel!.Value, choice.Address!, cancellation);
        }

        if (_part.Count == DecisionsPerPart)
            await ClosePartAsync(cancellation);
    }

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var key in _open.Keys.ToArray())
            await CloseLotAsync(key, cancellation);
        if (_part.Count > 0)
            await ClosePartAsync(cancellation);
    }

    public void Dispose()
    {
        _part.Dispose();
        foreach (var lot in _open.Values)
            lot.Recipients.Dispose();
    }

    private async Task AddToLotAsync(Person person, Channel channel, string address, CancellationToken cancellation)
    {
        var key = (Ramp.Day(send, person.Id, days), channel);
        if (!_open.TryGetValue(key, out var lot))
            _open.Add(key, lot = new OpenLot(_lots.Count + _open.Count + 1));

        _part.Add(new Decision(person.Id, lot.Number, lot.Recipients.Count, channel, null));
        lot.Recipients.Add(new LotRecipient(
            person.Id, address, fields.ToDictionary(field => field, field => person[field].Text, StringComparer.Ordinal)));
        if (lot.Recipients.Count == PeoplePerLot)
            await CloseLotAsync(key, cancellation);
    }

    private async Task CloseLotAsync((int Day, Channel Channel) key, CancellationToken cancellation)
    {
        _open.Remove(key, out var lot);
        using var recipients = lot!.Recipients;
        _lots.Add(new LotEntry(lot.Number, key.Day, key.Channel, recipients.Count));
        var path = DecisionPaths.Recipients(send, caisse, run, lot.Number);
        var content = recipients.Complete();
        await containers.Lots.GetBlobClient(path).UploadAsync(content, overwrite: true, cancellation);
        containers.Recent.Keep($"{containers.Lots.Name}/{path}", content, content.ToMemory().Length);
    }

    private async Task ClosePartAsync(CancellationToken cancellation)
    {
        using var part = _part;
        _part = new NdjsonWriter<Decision>();
        await containers.Decisions.GetBlobClient(DecisionPaths.Part(send, caisse, run, ++Parts))
            .UploadAsync(part.Complete(), overwrite: true, cancellation);
    }

    private sealed class OpenLot(int number)
    {
        public int Number => number;

        public NdjsonWriter<LotRecipient> Recipients { get; } = new();
    }
}
