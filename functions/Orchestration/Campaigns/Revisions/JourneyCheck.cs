using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Calendars;

namespace Orchestration.Campaigns.Revisions;

/// <summary>A journey must say whose day it is: one that does not would write to the same people every day.</summary>
public sealed class JourneyCheck(SnapshotStore snapshots)
{
    public async Task<IReadOnlyList<CalendarProblem>> FindAsync(Calendar calendar, CancellationToken cancellation) =>
        Find(calendar, await snapshots.CurrentAsync(cancellation) is { } date ? await snapshots.SchemaAsync(date, cancellation) : null);

    internal static IReadOnlyList<CalendarProblem> Find(Calendar calendar, DatamartSchema? schema)
    {
        var problems = new ProblemList();
        foreach (var send in calendar.Sends.Where(send => send.Moment is DailyMoment))
        {
            if (schema?.Find(send.Population) is not { } fields || Criterion.Parse(send.Criterion, fields).Criterion is not { HasItsDay: false })
                continue;
            problems.Error(
                ProblemCodes.JourneyWithoutDay, send.Places.Of("audience"),
                $"« {send.Id} » part chaque jour, et son audience ne dit pas de qui c'est le jour : les mêmes personnes seraient contactées jour après jour.",
                $"Ajoutez une condition sur une date, égale à un nombre de jours, ainsi : {"jours_depuis(naissance, 18) == 0"}.");
        }

        return problems.InOrder();
    }
}
