using Orchestration.Audience;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Audience.Suppressions;
using Orchestration.Messages.Library;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>One run over the shard of a caisse: reads people one by one, decides, writes the decisions. Nothing counts before its index is committed.</summary>
public sealed class CaissePreparation(
    Containers containers, SnapshotStore snapshots, ContentLibrary library, SuppressionList suppressions, SuppressionHasher hasher, RemindedPeople reminded)
{
    /// <exception cref="InvalidDatamartException">The shard is missing, or not what the manifest announced.</exception>
    public async Task<DecisionIndex> DecideAsync(PlannedSend plan, ZonePlan zone, PrepareInput input, CancellationToken cancellation)
    {
        // Asked for together: what they wait for is the same.
        var (resolving, refreshing) = (library.ResolveAsync(plan, cancellation), suppressions.RefreshAsync(cancellation));
        var schema = (await snapshots.SchemaAsync(input.Snapshot, cancellation)).Find(plan.Population)
            ?? throw new InvalidDatamartException($"Le datamart du {input.Snapshot:d/M/yyyy} ne décrit pas ce public.");
        using var shard = input.Shard is { } entry ? await Shard.TryOpenAsync(containers, input.Snapshot, entry, cancellation) : null;
        if (shard is null)
            throw new InvalidDatamartException($"Le datamart du {input.Snapshot:d/M/yyyy} n’a pas le fichier de cette caisse.");

        var content = await resolving
            ?? throw new InvalidOperationException($"The template '{plan.Template}' is not published; a send is not prepared without it.");
        var reference = plan.Reference ?? LocalTime.DateOf(zone.Slots[0].Start, TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone));
        var criterion = Criterion.Parse(plan.Criterion, schema).Require();
        var reached = plan.Reminds is { } earlier ? await reminded.FindAsync(earlier, input.Caisse, cancellation) : null;
        await refreshing;

#pragma warning disable RS0030 // A run is told from every other run, even of the same step: a repeat may overlap with the first.
        var run = Guid.NewGuid().ToString("n");
#pragma warning restore RS0030
        var reader = new ShardReader(schema);
        using var writer = new DecisionWriter(
            containers, plan.Key, input.Caisse, run, zone.Slots.Count, content.Fields);
        foreach (var person in reader.Read(shard.Text))
        {
            if (reached?.People.Contains(person.Id) != false && criterion.Selects(person, reference))
                await writer.AddAsync(person, Choose(plan, person), cancellation);
        }

        shard.VerifyWhole(reader.Rows);
        await writer.CompleteAsync(cancellation);
        await RejectedRows.WriteAsync(containers, input.Snapshot, plan.Population, input.Caisse, reader.Rejected, cancellation);
        return new DecisionIndex(
            plan.Key, input.Caisse, run, input.Snapshot, reference, content.Hash, input.Now, plan.Priority, zone.Slots, zone.ExpiresAt,
            writer.Parts, writer.Targeted, writer.Excluded, reader.Rejected.Count, writer.Lots, reached?.Note);
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
