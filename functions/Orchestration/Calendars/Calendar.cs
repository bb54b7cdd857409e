namespace Orchestration.Calendars;

/// <summary>
/// A year of campaigns as planners write it, read and checked. Entries keep the order of the file; nothing depends on it.
/// </summary>
/// <param name="Id">Key of the calendar, the same in all its revisions: <c>[a-z0-9-]+</c>.</param>
/// <param name="Title">In French.</param>
/// <param name="Year">The year over which recurrences give dates.</param>
/// <param name="RevisionOf">Number of the revision that the file was made from; null when the planner did not say.</param>
/// <param name="Campaigns">Each id once.</param>
/// <param name="Waves">Each id once; their campaigns exist.</param>
/// <param name="Sends">Each id once in its campaign; their campaigns and waves exist.</param>
public sealed record Calendar(
    string Id,
    string Title,
    int Year,
    int? RevisionOf,
    IReadOnlyList<Campaign> Campaigns,
    IReadOnlyList<MediaWave> Waves,
    IReadOnlyList<Send> Sends);
