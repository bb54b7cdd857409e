using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Criteria;
using Orchestration.Audience.Datamart;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Journeys;

/// <summary>Which days to search in which caisse, for all the journeys of a revision.</summary>
public sealed record ScanCaisseInput(string Calendar, int Number, JourneyWindow Window, string Caisse);

/// <summary>Finds, in one pass over the people of a caisse, the days on which each journey has somebody.</summary>
public sealed class ScanCaisse(Containers containers, SnapshotStore snapshots, JourneyStore store)
{
    [Function(nameof(ScanCaisse))]
    public async Task RunAsync([ActivityTrigger] ScanCaisseInput input, CancellationToken cancellation)
    {
        var journeys = await store.JourneysAsync(input.Calendar, input.Number, cancellation);
        var days = new SortedDictionary<string, IReadOnlyList<DateOnly>>(StringComparer.Ordinal);
        var unread = new List<string>();
        foreach (var population in journeys.Where(journey => journey.Model.Caisses.Contains(input.Caisse)).GroupBy(journey => journey.Model.Population))
        {
            try
            {
                foreach (var (journey, found) in await SearchAsync(input, [.. population], cancellation))
                    days[journey] = found;
            }
            catch (InvalidDatamartException)
            {
                unread.AddRange(population.Select(journey => journey.Model.Key.Series));
            }
        }

        await store.WriteAsync(input.Window.Path, new CaisseDays(input.Caisse, days, unread), cancellation);
    }

    /// <exception cref="InvalidDatamartException">The people cannot be read, or do not have a field that a criterion names.</exception>
    private async Task<IEnumerable<(string Journey, IReadOnlyList<DateOnly> Days)>> SearchAsync(
        ScanCaisseInput input, IReadOnlyList<PlannedJourney> some, CancellationToken cancellation)
    {
        var (snapshot, population) = (input.Window.Snapshot, some[0].Model.Population);
        var entry = (await snapshots.ManifestAsync(snapshot, cancellation)).Find(population, input.Caisse);
        if (entry is { Rows: 0 })
            return [];
        var schema = (await snapshots.SchemaAsync(snapshot, cancellation)).Find(population) ?? throw new InvalidDatamartException("no such public");
        using var shard = entry is null ? null : await Shard.TryOpenAsync(containers, snapshot, entry, cancellation);
        if (shard is null)
            throw new InvalidDatamartException("no such shard");

        var searches = some.Select(journey => new Search(journey, schema, input.Window)).ToArray();
        var reader = new ShardReader(schema);
        foreach (var person in reader.Read(shard.Text))
        {
            foreach (var search in searches)
                search.Add(person);
        }

        shard.VerifyWhole(reader.Rows);
        return searches.Where(search => search.Days.Count > 0).Select(search => (search.Journey, search.Days));
    }

    private sealed class Search
    {
        private readonly SortedSet<DateOnly> _days = [];
        private readonly Criterion _criterion;
        private readonly DateOnly _first;
        private readonly DateOnly _last;

        public Search(PlannedJourney journey, PopulationSchema schema, JourneyWindow window)
        {
            Journey = journey.Model.Key.Series;
            _criterion = Criterion.Parse(journey.Model.Criterion, schema).Criterion
                ?? throw new InvalidDatamartException($"the datamart no longer has what '{journey.Model.Criterion}' names");
            _first = journey.From > window.First ? journey.From : window.First;
            _last = journey.Until < window.Last ? journey.Until : window.Last;
        }

        public string Journey { get; }

        public IReadOnlyList<DateOnly> Days => [.. _days];

        public void Add(Person person) => _days.UnionWith(_criterion.DaysOf(person, _first, _last));
    }
}
