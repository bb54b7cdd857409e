using Orchestration.Campaigns.Revisions;

namespace Orchestration.Operations.Dashboard.Revisions;

/// <summary>A calendar and its last revisions.</summary>
/// <param name="Calendar">Its key.</param>
/// <param name="Title">As its planner wrote it.</param>
/// <param name="Head">Where it stands.</param>
/// <param name="Revisions">The latest first.</param>
internal sealed record CalendarHistory(string Calendar, string Title, CalendarHead Head, IReadOnlyList<RevisionLine> Revisions);

/// <summary>A revision in the history of its calendar.</summary>
internal sealed record RevisionLine(CalendarRevision Revision, RevisionPhase Phase, RevisionDecision? Decision);

/// <summary>Reads the histories of calendars.</summary>
public sealed class CalendarHistories(RevisionStore revisions, RevisionReader reader)
{
    private const int Shown = 20;

    internal async Task<IReadOnlyList<CalendarHistory>> ReadAsync(CancellationToken cancellation)
    {
        var histories = new List<CalendarHistory>();
        foreach (var calendar in await revisions.CalendarsAsync(cancellation))
        {
            if (await revisions.HeadAsync(calendar, cancellation) is { } head)
                histories.Add(await ReadAsync(calendar, head, cancellation));
        }

        return histories;
    }

    private async Task<CalendarHistory> ReadAsync(string calendar, CalendarHead head, CancellationToken cancellation)
    {
        var lines = new List<RevisionLine>();
        for (var number = head.Latest; number > Math.Max(0, head.Latest - Shown); number--)
        {
            var decision = await revisions.DecisionAsync(calendar, number, cancellation);
            var phase = await PhaseAsync(calendar, head, number, decision, cancellation);
            lines.Add(new RevisionLine(await revisions.ReadAsync(calendar, number, cancellation), phase, decision));
        }

        var title = lines.Select(line => line.Revision.Outline?.Title).FirstOrDefault(title => title is not null);
        return new CalendarHistory(calendar, title ?? calendar, head, lines);
    }

    /// <summary>Only the last one can be waiting: the others are told by what came after them.</summary>
    private async Task<RevisionPhase> PhaseAsync(
        string calendar, CalendarHead head, int number, RevisionDecision? decision, CancellationToken cancellation) =>
        number == head.Applied ? RevisionPhase.Applied
        : number == head.Latest ? (await reader.FindAsync(calendar, number, cancellation))!.Phase
        : decision is { Confirmed: false } ? RevisionPhase.Rejected
        : RevisionPhase.Superseded;
}
