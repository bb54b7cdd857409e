using Orchestration.Campaigns;
using Orchestration.Campaigns.Revisions;
using Orchestration.Operations.Dashboard.Sends;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>A calendar in force beside what became of its sends.</summary>
/// <param name="Calendars">Keys of all calendars that have a revision in force, with their titles.</param>
/// <param name="Calendar">The one that is shown.</param>
/// <param name="Revision">In force.</param>
/// <param name="States">Of its sends that have a record.</param>
/// <param name="Orders">What caisses ordered or wrote for that year, by the first slot; test orders left out.</param>
/// <param name="Year">In which most of it happens.</param>
internal sealed record YearView(
    IReadOnlyDictionary<string, string> Calendars,
    string Calendar,
    CalendarRevision Revision,
    IReadOnlyDictionary<SendKey, BoardState> States,
    IReadOnlyList<BoardRow> Orders,
    int Year)
{
    public string Title => Calendars[Calendar];

    /// <summary>A send without a record yet has only just been planned.</summary>
    public BoardState StateOf(SendKey send) => States.GetValueOrDefault(send, BoardState.New);

    public static int YearOf(CalendarRevision revision) => revision.Sends.Select(send => send.Date.Year)
        .Concat(revision.Outline?.Waves.Select(wave => wave.Start.Year) ?? [])
        .Concat(revision.Journeys.Select(journey => journey.From.Year))
        .GroupBy(year => year)
        .OrderByDescending(year => year.Count()).ThenBy(year => year.Key)
        .Select(year => year.Key)
        .FirstOrDefault(revision.ImportedAt.Year);
}
