using System.Globalization;
using Azure.Storage.Blobs.Models;
using Orchestration.Campaigns.Revisions;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Journeys;

/// <summary>The days of one caisse on which journeys have somebody.</summary>
/// <param name="Caisse">Which caisse.</param>
/// <param name="Days">By journey (<c>calendar.campaign.send</c>), ascending.</param>
/// <param name="Unread">Journeys whose people could not be read there.</param>
public sealed record CaisseDays(string Caisse, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> Days, IReadOnlyList<string> Unread);

/// <summary>One day of one journey.</summary>
/// <param name="Journey">As <c>calendar.campaign.send</c>.</param>
/// <param name="Date">The day.</param>
/// <param name="Caisses">Those that have somebody, and those that could not be read: their reports will say so.</param>
public sealed record SearchedDay(string Journey, DateOnly Date, IReadOnlyList<string> Caisses);

/// <summary>What a search of the datamart found.</summary>
public sealed record SearchedDays(IReadOnlyList<SearchedDay> Days);

/// <summary>
/// The journeys of a revision by themselves, since a revision may be large; and the results of searches: one blob per caisse that has somebody, then
/// one for all. No person is in them.
/// </summary>
public sealed class JourneyStore(Containers containers, RevisionStore revisions)
{
    public async Task<IReadOnlyList<PlannedJourney>> JourneysAsync(string calendar, int number, CancellationToken cancellation)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{calendar}/{number:0000}/journeys.json");
        if (await containers.Journeys.TryReadAsync<IReadOnlyList<PlannedJourney>>(path, cancellation) is { } known)
            return known.Value;
        var journeys = (await revisions.ReadAsync(calendar, number, cancellation)).Journeys;
        await containers.Journeys.TryCreateAsync(path, journeys, cancellation);
        return journeys;
    }

    public async Task WriteAsync(string search, CaisseDays found, CancellationToken cancellation)
    {
        if (found.Days.Count + found.Unread.Count > 0)
            await containers.Journeys.TryCreateAsync($"{search}/caisses/{found.Caisse}.json", found, cancellation);
    }

    /// <summary>Puts the caisses of a search together, once.</summary>
    public async Task<SearchedDays> GatherAsync(string search, CancellationToken cancellation)
    {
        if (await containers.Journeys.TryReadAsync<SearchedDays>(Gathered(search), cancellation) is { } known)
            return known.Value;

        var parts = new List<string>();
        await foreach (var blob in containers.Journeys.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{search}/caisses/", cancellation))
            parts.Add(blob.Name);
        var caisses = new List<CaisseDays>();
        foreach (var some in parts.Chunk(16))
            caisses.AddRange(await Task.WhenAll(some.Select(part => containers.Journeys.ReadAsync<CaisseDays>(part, cancellation))));

        var gathered = Gather(caisses);
        if (!await containers.Journeys.TryCreateAsync(Gathered(search), gathered, cancellation))
            return await ReadAsync(search, cancellation);
        foreach (var part in parts)
            await containers.Journeys.DeleteBlobIfExistsAsync(part, cancellationToken: cancellation);
        return gathered;
    }

    public Task<SearchedDays> ReadAsync(string search, CancellationToken cancellation) =>
        containers.Journeys.ReadAsync<SearchedDays>(Gathered(search), cancellation);

    internal static SearchedDays Gather(IReadOnlyCollection<CaisseDays> caisses)
    {
        var days = caisses.SelectMany(one => one.Days.SelectMany(pair => pair.Value.Select(date => (Journey: pair.Key, Date: date, one.Caisse))));
        return new SearchedDays(
        [
            .. days.GroupBy(day => (day.Journey, day.Date), day => day.Caisse)
                .OrderBy(group => group.Key.Date).ThenBy(group => group.Key.Journey, StringComparer.Ordinal)
                .Select(group => new SearchedDay(group.Key.Journey, group.Key.Date, [.. group.Concat(Unread(group.Key.Journey)).Order(StringComparer.Ordinal)])),
        ]);

        IEnumerable<string> Unread(string journey) => caisses.Where(one => one.Unread.Contains(journey)).Select(one => one.Caisse);
    }

    private static string Gathered(string search) => $"{search}/days.json";
}
