using Orchestration.Campaigns.Revisions;

namespace Orchestration.Operations;

/// <summary>A revision as it is shown: counts in the place of its sends.</summary>
/// <param name="Calendar">Its calendar.</param>
/// <param name="Number">From 1.</param>
/// <param name="File">What was uploaded.</param>
/// <param name="ImportedAt">Business time.</param>
/// <param name="BasedOn">Number of the revision that it was made from.</param>
/// <param name="Cause">An upload, waves or a trigger.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Why">In French, when it waits or is left.</param>
/// <param name="Decision">What a person decided.</param>
/// <param name="Sends">How many.</param>
/// <param name="Journeys">How many.</param>
/// <param name="Triggers">Ids of those that its sends may wait for.</param>
/// <param name="Changes">In French, against the revision before.</param>
public sealed record RevisionDocument(
    string Calendar,
    int Number,
    string File,
    DateTimeOffset ImportedAt,
    int? BasedOn,
    RevisionCause? Cause,
    RevisionPhase Phase,
    string? Why,
    RevisionDecision? Decision,
    int Sends,
    int Journeys,
    IReadOnlyList<string> Triggers,
    IReadOnlyList<RevisionChange> Changes)
{
    internal static RevisionDocument Of(RevisionView view)
    {
        var revision = view.Revision;
        return new(
            revision.Calendar, revision.Number, revision.File, revision.ImportedAt, revision.BasedOn, revision.Cause, view.Phase, view.Why, view.Decision,
            revision.Sends.Count, revision.Journeys.Count, revision.Triggers, revision.Changes);
    }
}
