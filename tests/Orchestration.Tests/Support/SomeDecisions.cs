using Orchestration.Audience.Decisions;
using Orchestration.Messages;
using Orchestration.Storage;

namespace Orchestration.Tests.Support;

/// <summary>Committed decisions without their preparation.</summary>
internal static class SomeDecisions
{
    public const string Run = "r1";

    /// <summary>Commits one decision per person, in order: a channel, or no contact.</summary>
    public static async Task<DecisionIndex> CommitAsync(AppStorage storage, params (string Person, Channel? Channel)[] people)
    {
        using var writer = new DecisionWriter(storage.Containers, Some.Key, Some.Caisse, Run, 1, ["prenom", "compte_ameli", "medecin_traitant"]);
        foreach (var ((person, channel), n) in people.Zip(Enumerable.Range(1, int.MaxValue)))
        {
            var choice = channel is { } chosen
                ? new ChannelChoice(chosen, SomeLot.Address(n, chosen), null)
                : new ChannelChoice(null, null, ExclusionReason.NoContact);
            await writer.AddAsync(
                SomeDatamart.Person(("id", person), ("prenom", "Zoé"), ("compte_ameli", "true"), ("medecin_traitant", "fait")), choice, default);
        }

        await writer.CompleteAsync(default);
        var index = Index() with { Parts = writer.Parts, Targeted = writer.Targeted, Excluded = writer.Excluded, Lots = writer.Lots };
        Assert.True(await storage.Containers.Decisions.TryCreateAsync(DecisionPaths.Index(Some.Key, Some.Caisse), index, default));
        return index;
    }

    public static DecisionIndex Index(params LotEntry[] lots) => new(
        Some.Key, Some.Caisse, Run, SomeDatamart.Date, new DateOnly(2027, 4, 27), new string('a', 64), Some.Zone.PrepareAt, 80, [Some.Slot],
        Some.ExpiresAt, 0, lots.Sum(lot => lot.Count), new Dictionary<string, int>(), 0, lots);
}
