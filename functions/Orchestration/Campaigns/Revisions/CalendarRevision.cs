using Orchestration.Planning;

namespace Orchestration.Campaigns.Revisions;

/// <summary>One accepted upload of a calendar; never changes.</summary>
/// <param name="Calendar">Key of the calendar.</param>
/// <param name="Number">From 1.</param>
/// <param name="BasedOn">The revision that the planner started from, as the file says; null when it does not.</param>
/// <param name="ContentHash">Of the calendar, whatever its layout.</param>
/// <param name="File">Name of the uploaded blob.</param>
/// <param name="ImportedAt">Business time.</param>
/// <param name="Sends">What it plans.</param>
public sealed record CalendarRevision(
    string Calendar,
    int Number,
    int? BasedOn,
    string ContentHash,
    string File,
    DateTimeOffset ImportedAt,
    IReadOnlyList<PlannedSend> Sends)
{
    /// <summary>Its journeys, which become sends day by day.</summary>
    public IReadOnlyList<PlannedJourney> Journeys { get; init; } = [];
}

/// <summary>Where a calendar stands: one small document, changed only if nobody else did meanwhile.</summary>
/// <param name="Latest">Number of the last revision.</param>
/// <param name="ContentHash">Of the last revision.</param>
/// <param name="Applied">Number of the last revision that was applied; 0 at first.</param>
public sealed record CalendarHead(int Latest, string ContentHash, int Applied);

/// <summary>What a person decided on a revision that waited.</summary>
public sealed record RevisionDecision(bool Confirmed, string By, string? Remark, DateTimeOffset At);
