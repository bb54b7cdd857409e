using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Opens the people of a caisse for one pass, in which everybody whom a send targets gets a decision: to be written, or only counted.</summary>
public sealed class CaisseAudience(
    Containers containers, SnapshotStore snapshots, SuppressionList suppressions, SuppressionHasher hasher, RemindedPeople reminded)
{
    /// <param name="plan">To whom.</param>
    /// <param name="zone">Where the caisse lives.</param>
    /// <param name="caisse">Whose people.</param>
    /// <param name="snapshot">Of the datamart.</param>
    /// <param name="entry">Their shard; null when the snapshot has none.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidDatamartException">The shard is missing, or the datamart does not describe that public.</exception>
    public async Task<OpenAudience> OpenAsync(
        PlannedSend plan, ZonePlan zone, string caisse, DateOnly snapshot, ShardEntry? entry, CancellationToken cancellation)
    {
        // Asked for together: what they wait for is the same.
        var refreshing = suppressions.RefreshAsync(cancellation);
        var schema = (await snapshots.SchemaAsync(snapshot, cancellation)).Find(plan.Population)
            ?? throw new InvalidDatamartException($"Le datamart du {snapshot:d/M/yyyy} ne décrit pas ce public.");
        var reference = plan.Reference ?? LocalTime.DateOf(zone.Slots[0].Start, TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone));
        var criterion = Criterion.Parse(plan.Criterion, schema).Require();
        var reached = plan.Reminds is { } earlier ? await reminded.FindAsync(earlier, caisse, cancellation) : null;
        await refreshing;
        var shard = entry is null ? null : await Shard.TryOpenAsync(containers, snapshot, entry, cancellation);
        return shard is null
            ? throw new InvalidDatamartException($"Le datamart du {snapshot:d/M/yyyy} n’a pas le fichier de cette caisse.")
            : new OpenAudience(shard, new ShardReader(schema), person => reached?.People.Contains(person.Id) != false && criterion.Selects(person, reference), person => Choose(plan, person))
            {
                Reference = reference,
                Note = reached?.Note,
            };
    }

    private ChannelChoice Choose(PlannedSend plan, Person person)
    {
        var hash = hasher.OfPerson(person.Id);
        return ChannelChoice.Of(
            person,
            plan.Channels,
            (channel, written) => ContactCheck.Canonical(channel, written),
            (channel, address) => suppressions.Find(hash, address, channel, plan.Purpose));
    }
}

/// <summary>The people of one caisse, to be gone through once.</summary>
public sealed class OpenAudience : IDisposable
{
    private readonly Shard _shard;
    private readonly ShardReader _reader;
    private readonly Func<Person, bool> _isTargeted;
    private readonly Func<Person, ChannelChoice> _choose;

    internal OpenAudience(Shard shard, ShardReader reader, Func<Person, bool> isTargeted, Func<Person, ChannelChoice> choose) =>
        (_shard, _reader, _isTargeted, _choose) = (shard, reader, isTargeted, choose);

    /// <summary>The local date that ages refer to.</summary>
    public required DateOnly Reference { get; init; }

    /// <summary>In French, whom a reminder leaves out; null for nobody.</summary>
    public required string? Note { get; init; }

    /// <summary>Rows that were set aside.</summary>
    public IReadOnlyList<RejectedRow> Rejected => _reader.Rejected;

    /// <summary>Everybody whom the send targets, and how to reach them; the same <see cref="Person"/> comes back filled anew at each step.</summary>
    /// <exception cref="InvalidDatamartException">The file cannot be read on, or, at its end, is not the one that the manifest announced.</exception>
    public IEnumerable<(Person Person, ChannelChoice Choice)> Decide()
    {
        foreach (var person in _reader.Read(_shard.Text))
        {
            if (_isTargeted(person))
                yield return (person, _choose(person));
        }

        _shard.VerifyWhole(_reader.Rows);
    }

    public void Dispose() => _shard.Dispose();
}
