using Orchestration.Calendars.Report;

namespace Orchestration.Operations;

/// <summary>What a trigger that was raised came to.</summary>
/// <param name="Calendar">Its calendar.</param>
/// <param name="Trigger">Its id.</param>
/// <param name="Date">The day on which it counts as raised.</param>
/// <param name="By">Who raised it first that day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Revision">The calendar's new revision; null when nothing changed.</param>
/// <param name="Outcome">Whether it is applied at once.</param>
/// <param name="Confirmation">In French, why it waits for a confirmation; empty when it does not.</param>
/// <param name="Changes">In French, what it changes.</param>
public sealed record TriggerRaised(
    string Calendar,
    string Trigger,
    DateOnly Date,
    string By,
    string Reason,
    int? Revision,
    ReportOutcome Outcome,
    IReadOnlyList<string> Confirmation,
    IReadOnlyList<string> Changes);
