namespace Orchestration.Planning;

/// <summary>What a new plan changes, occurrence by occurrence.</summary>
/// <param name="Changes">Every occurrence of either plan, in the order of its key, the unchanged ones too.</param>
public sealed record PlanDifference(IReadOnlyList<PlanChange> Changes)
{
    /// <summary>The changes of any of some kinds: <c>Of(PlanChangeKinds.Content | PlanChangeKinds.Scope)</c>.</summary>
    public IEnumerable<PlanChange> Of(PlanChangeKinds kinds) => Changes.Where(change => (change.Kinds & kinds) != 0);

    /// <summary>Compares by key: an occurrence that keeps its key is the same one, whatever else changes.</summary>
    public static PlanDifference Compare(IReadOnlyList<PlannedSend> before, IReadOnlyList<PlannedSend> after)
    {
        var old = before.ToDictionary(send => send.Key);
        var present = after.ToDictionary(send => send.Key);
        var changes = old.Keys.Union(present.Keys)
            .OrderBy(key => key.Value, StringComparer.Ordinal)
            .Select(key => (old.GetValueOrDefault(key), present.GetValueOrDefault(key)) switch
            {
                ({ } was, { } now) => PlanComparison.Compare(was, now),
                (null, { } added) => PlanComparison.Alone(added, PlanChangeKinds.Added),
                ({ } removed, _) => PlanComparison.Alone(removed, PlanChangeKinds.Removed),
                _ => throw new InvalidOperationException($"'{key}' is in neither plan."),
            });
        return new PlanDifference([.. changes]);
    }
}
