using Orchestration.Planning;
using Orchestration.Planning.Views;

namespace Orchestration.Campaigns.Revisions;

/// <summary>One accepted plan of a calendar: an upload, or the same file planned anew; never changes.</summary>
/// <param name="Calendar">Key of the calendar.</param>
/// <param name="Number">From 1.</param>
/// <param name="BasedOn">The revision that the planner started from, as the file says; null when it does not.</param>
/// <param name="ContentHash">Of the calendar, whatever its layout, with the agency's waves over its own, and of the triggers that were raised.</param>
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

    /// <summary>Its waves, letters and volumes, for the views; null for those of before they were kept.</summary>
    public CalendarOutline? Outline { get; init; }

    /// <summary>sha256 of the uploaded file, under which it is kept, so that it can be planned anew; null when it was not kept.</summary>
    public string? Source { get; init; }

    /// <summary>Names of the triggers that its sends wait for, or were raised.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Why it was made; null for those of before causes were kept.</summary>
    public RevisionCause? Cause { get; init; }

    /// <summary>What it changed in what was planned when it was made, without what stayed as it was.</summary>
    public IReadOnlyList<RevisionChange> Changes { get; init; } = [];
}

/// <summary>What led to a revision.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Name">Of the uploaded file, or of the trigger.</param>
/// <param name="Version">Tells one upload of that name, or one day of that trigger, from another.</param>
public sealed record RevisionCause(RevisionCauseKind Kind, string Name, string Version);

public enum RevisionCauseKind
{
    /// <summary>A planner uploaded the calendar.</summary>
    Calendar,

    /// <summary>The media agency's waves moved.</summary>
    Waves,

    /// <summary>An operator raised a trigger.</summary>
    Trigger,
}

/// <summary>What a revision changes in one send.</summary>
/// <param name="Key">The occurrence, or <see cref="PlannedJourney.Key"/>.</param>
/// <param name="Kinds">Several at once.</param>
/// <param name="Words">In French, one sentence each.</param>
/// <param name="Gone">Caisses whose decisions were committed before it: nothing changes there.</param>
public sealed record RevisionChange(SendKey Key, IReadOnlyList<PlanChangeKinds> Kinds, IReadOnlyList<string> Words, IReadOnlyList<string> Gone);

/// <summary>Where a calendar stands: one small document, changed only if nobody else did meanwhile.</summary>
/// <param name="Latest">Number of the last revision.</param>
/// <param name="ContentHash">Of the last revision.</param>
/// <param name="Applied">Number of the last revision that was applied; 0 at first.</param>
public sealed record CalendarHead(int Latest, string ContentHash, int Applied);

/// <summary>What a person decided on a revision that waited.</summary>
public sealed record RevisionDecision(bool Confirmed, string By, string? Remark, DateTimeOffset At);
