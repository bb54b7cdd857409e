using Orchestration.Audience.Datamart;
using Orchestration.Audience.Decisions;
using Orchestration.Messages.Library;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>One run over the shard of a caisse: reads people one by one, decides, writes the decisions. Nothing counts before its index is committed.</summary>
public sealed class CaissePreparation(Containers containers, CaisseAudience audience, ContentLibrary library)
{
    /// <exception cref="InvalidDatamartException">The shard is missing, or not what the manifest announced.</exception>
    public async Task<DecisionIndex> DecideAsync(PlannedSend plan, ZonePlan zone, PrepareInput input, CancellationToken cancellation)
    {
        var resolving = library.ResolveAsync(plan, cancellation);
        using var people = await audience.OpenAsync(plan, zone, input.Caisse, input.Snapshot, input.Shard, cancellation);
        var content = await resolving
            ?? throw new InvalidOperationException($"The template '{plan.Template}' is not published; a send is not prepared without it.");

#pragma warning disable RS0030 // A run is told from every other run, even of the same step: a repeat may overlap with the first.
        var run = Guid.NewGuid().ToString("n");
#pragma warning restore RS0030
        using var writer = new DecisionWriter(
            containers, plan.Key, input.Caisse, run, zone.Slots.Count, content.Fields);
        foreach (var (person, choice) in people.Decide())
            await writer.AddAsync(person, choice, cancellation);

        await writer.CompleteAsync(cancellation);
        await RejectedRows.WriteAsync(containers, input.Snapshot, plan.Population, input.Caisse, people.Rejected, cancellation);
        return new DecisionIndex(
            plan.Key, input.Caisse, run, input.Snapshot, people.Reference, content.Hash, input.Now, plan.Priority, zone.Slots, zone.ExpiresAt,
            writer.Parts, writer.Targeted, writer.Excluded, people.Rejected.Count, writer.Lots, people.Note);
    }
}
