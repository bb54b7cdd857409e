namespace Orchestration.Campaigns.Revisions;

/// <summary>Which revision.</summary>
public sealed record RevisionInput(string Calendar, int Number);

/// <summary>Some of the sends of a revision: page <paramref name="Page"/> of <see cref="RevisionChanges"/>.</summary>
public sealed record RevisionPage(string Calendar, int Number, int Page);

/// <summary>What must happen to a revision.</summary>
/// <param name="Phase">Apply it, wait, or leave it.</param>
/// <param name="Why">In French, when it waits or is left.</param>
/// <param name="Changes">How many sends it changes.</param>
/// <param name="Pages">In how many steps it is applied.</param>
public sealed record RevisionComparison(RevisionPhase Phase, string? Why, ChangeCounts Changes, int Pages);

/// <summary>Custom status and result of <see cref="CalendarOrchestrator"/>.</summary>
public sealed record RevisionStatus(string Calendar, int Number, RevisionPhase Phase, string? Why, ChangeCounts Changes);

/// <summary>How many sends a revision changes.</summary>
public sealed record ChangeCounts(int Added, int Changed, int Withdrawn, int Unchanged);

/// <summary>Where a revision stands.</summary>
public enum RevisionPhase
{
    WaitingForConfirmation,
    Applying,
    Applied,

    /// <summary>A later revision came before it was confirmed.</summary>
    Superseded,

    /// <summary>Somebody refused it.</summary>
    Rejected,
}
