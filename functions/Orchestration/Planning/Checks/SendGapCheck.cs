using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>Two sends of one campaign to one public leave people time to act.</summary>
internal static class SendGapCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        var groups = state.Steps
            .Where(step => step is { Days.Count: > 0, IsRecurring: false })
            .GroupBy(step => (step.Campaign.Id, step.Send.Population));
        foreach (var group in groups)
        {
            var ordered = group.OrderBy(step => step.Days[0]).ThenBy(step => step.Planned.Key.Value, StringComparer.Ordinal).ToList();
            foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
            {
                // The SMS to those without an address goes with the e-mail to the others.
                if (IsReminder(after, before) && after.Days[0].DayNumber - before.Days[^1].DayNumber < state.Rules.Campaigns.SendGapDays)
                {
                    yield return Finding.At(
                        after.Send, "at",
                        French.Text($"« {after.Send.Id} » relance « {before.Send.Id} » dès le {FrenchDates.Short(after.Days[0], state.Year)}, ")
                            + French.Text($"alors que celui-ci part jusqu'au {FrenchDates.Short(before.Days[^1], state.Year)}."),
                        French.Text($"Laissez au moins {French.Count(state.Rules.Campaigns.SendGapDays, "jour", "jours")} pour agir."));
                }
            }
        }
    }

    private static bool IsReminder(Step step, Step before) => step.Send.Remind == before.Send.Name;
}
