using Orchestration.Audience.Decisions;
using Orchestration.Campaigns.Reports;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Those whom a send has reached so far in one caisse.</summary>
/// <param name="People">Their ids.</param>
/// <param name="Note">In French, who cannot be reminded, and why; null when nobody is left out.</param>
public sealed record Reached(IReadOnlySet<string> People, string? Note);

/// <summary>
/// Whom a reminder may remind: people in a lot of the earlier send whose message was handed over. Never anybody else (invariant E12). Neither those
/// whose message failed, expired or was withheld, nor those whose message has not gone yet: a reminder does not overtake what it reminds of, and
/// does not wait for it either, since those who were reached should not be late for the others. The report says how many are left out.
/// </summary>
public sealed class RemindedPeople(Containers containers, LotStore lots)
{
    public async Task<Reached> FindAsync(SendKey earlier, string caisse, CancellationToken cancellation)
    {
        var committed = await containers.Decisions.TryReadAsync<DecisionIndex>(DecisionPaths.Index(earlier, caisse), cancellation);
        if (committed is not { Value: var index })
            return new Reached(new HashSet<string>(), French.Text($"aucune relance, « {SendNames.Of(earlier)} » n'est pas parti ici"));

        var (handedOver, waiting) = await HandedOverAsync(index, cancellation);
        var people = await PeopleAsync(index, handedOver, cancellation);
        return new Reached(people, waiting == 0 ? null : French.Text(
            $"{French.Count(waiting, "personne n’est pas relancée", "personnes ne sont pas relancées")}, leur message de « {SendNames.Of(earlier)} » n'était pas encore parti"));
    }

    /// <summary>The messages that were handed over, and how many may still be.</summary>
    private async Task<(HashSet<Guid> HandedOver, int Waiting)> HandedOverAsync(DecisionIndex index, CancellationToken cancellation)
    {
        var closed = (await containers.Decisions.TryReadAsync<ClosedLots>(ClosedLots.Path(index.SendKey, index.Caisse), cancellation))?.Value.Lots;
        var handedOver = new HashSet<Guid>(index.Queued);
        var waiting = 0;
        foreach (var lot in index.Lots)
        {
            var outcomes = await LotOutcomes.ReadAsync(
                containers, lots, new LotId(index.SendKey, index.Caisse, lot.Number), lot.Count, cancellation);
            handedOver.UnionWith(outcomes.All.Where(outcome => WasHandedOver(outcome.Status)).Select(outcome => outcome.Id));
            if (closed?.ContainsKey(lot.Number) != true)
                waiting += lot.Count - outcomes.All.Count(outcome => outcomes.IsSettled(outcome.Id));
        }

        return (handedOver, waiting);
    }

    /// <summary>A message of unknown end was given to the provider, perhaps: the person was one of the first audience, and can be reminded.</summary>
    private static bool WasHandedOver(DeliveryStatus status) =>
        status is DeliveryStatus.Delivered or DeliveryStatus.Accepted or DeliveryStatus.Unknown;

    private async Task<HashSet<string>> PeopleAsync(DecisionIndex index, HashSet<Guid> handedOver, CancellationToken cancellation)
    {
        var people = new HashSet<string>(handedOver.Count, StringComparer.Ordinal);
        for (var part = 1; part <= index.Parts; part++)
        {
            var path = DecisionPaths.Part(index.SendKey, index.Caisse, index.Run, part);
            var decisions = (await containers.Decisions.GetBlobClient(path).DownloadContentAsync(cancellation)).Value.Content;
            people.UnionWith(Ndjson.Read<Decision>(decisions)
                .Where(decision => decision.Lot is not null && handedOver.Contains(MessageId.Create(index.SendKey, decision.Person)))
                .Select(decision => decision.Person));
        }

        return people;
    }
}
