using Orchestration.Campaigns.Sends;
using Orchestration.Planning;

namespace Orchestration.Campaigns.Revisions;

/// <summary>
/// A revision beside what is planned so far. Applying it is a matter of state, not of steps: each send ends up as the revision has it, whatever
/// was applied before, so that a repeat, or a crash half-way, changes nothing.
/// </summary>
/// <param name="Keys">Every send that the calendar has or had, in order; without the days of its journeys, see <see cref="Journeys.JourneyDays"/>.</param>
/// <param name="Planned">What the revision plans, by key.</param>
internal sealed record RevisionChanges(IReadOnlyList<SendKey> Keys, IReadOnlyDictionary<SendKey, PlannedSend> Planned)
{
    private const int SendsPerPage = 50;

    public int Pages => (Keys.Count + SendsPerPage - 1) / SendsPerPage;

    public IEnumerable<SendKey> Page(int page) => Keys.Skip(page * SendsPerPage).Take(SendsPerPage);

    public static async Task<RevisionChanges> ReadAsync(CalendarRevision revision, SendStore sends, CancellationToken cancellation)
    {
        var planned = revision.Sends.ToDictionary(send => send.Key);
        var journeys = revision.Journeys.Select(journey => journey.Model.Key.Series).ToHashSet(StringComparer.Ordinal);
        var known = (await sends.KeysAsync(revision.Calendar, cancellation)).ToHashSet();

        // A journey may have taken the place of a send of that name, whose occurrences are no days of it.
        var mayBeDays = await sends.ReadManyAsync(known.Where(key => journeys.Contains(key.Series)), cancellation);
        known.ExceptWith(mayBeDays.Values.Where(record => record.Scan is not null).Select(record => record.Plan.Key));
        return new RevisionChanges([.. known.Union(planned.Keys).OrderBy(key => key.Value, StringComparer.Ordinal)], planned);
    }
}
