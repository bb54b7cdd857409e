using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>What a new plan changes in the journeys, each told as one send.</summary>
public static class JourneyDifference
{
    /// <returns>In the order of their names, the unchanged ones too.</returns>
    public static IReadOnlyList<PlanChange> Compare(IReadOnlyList<PlannedJourney> before, IReadOnlyList<PlannedJourney> after)
    {
        var old = before.ToDictionary(journey => journey.Model.Key.Series, StringComparer.Ordinal);
        var present = after.ToDictionary(journey => journey.Model.Key.Series, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(present.Keys).Order(StringComparer.Ordinal)
                .Select(series => Compare(old.GetValueOrDefault(series), present.GetValueOrDefault(series))),
        ];
    }

    private static PlanChange Compare(PlannedJourney? before, PlannedJourney? after) => (before, after) switch
    {
        ({ } was, { } now) => Compared(was, now),
        (null, { } added) => Alone(added, PlanChangeKinds.Added, "ajouté"),
        ({ } removed, null) => Alone(removed, PlanChangeKinds.Removed, "retiré"),
        _ => throw new InvalidOperationException("A journey of neither plan."),
    };

    private static PlanChange Alone(PlannedJourney journey, PlanChangeKinds kind, string what)
    {
        var model = Named(journey);
        var sentence = French.Text($"{SendNames.Of(model)} : parcours {what}, {Span(journey)}");
        return new PlanChange(model.Key, kind, [sentence], kind == PlanChangeKinds.Removed ? model : null, kind == PlanChangeKinds.Added ? model : null);
    }

    private static PlanChange Compared(PlannedJourney before, PlannedJourney after)
    {
        var change = PlanComparison.Compare(Named(before), Named(after) with { Date = before.Model.Date });
        var isMoved = (before.From, before.Until, before.Timing.SpreadDays, before.Timing.OnHoliday)
            != (after.From, after.Until, after.Timing.SpreadDays, after.Timing.OnHoliday);
        return !isMoved ? change : change with
        {
            Kinds = change.Kinds | PlanChangeKinds.Moved,
            Words = [.. change.Words, French.Text($"{SendNames.Of(Named(after))} : parcours {Span(after)} au lieu de : {Span(before)}")],
        };
    }

    /// <summary>Under the name of the send alone: the date of its first day says nothing.</summary>
    private static PlannedSend Named(PlannedJourney journey) => journey.Model with { Key = journey.Key };

    private static string Span(PlannedJourney journey) => French.Text(
        $"chaque jour du {FrenchDates.DayMonth(journey.From, journey.From.Year)} au {FrenchDates.DayMonth(journey.Until, journey.From.Year)}");
}
