using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Campaigns.Revisions;
using Orchestration.Campaigns.Visas;
using Orchestration.Planning;
using Orchestration.Storage;

namespace Orchestration.Campaigns.Journeys;

/// <summary>Which revision, and the business time at which its orchestration asks.</summary>
public sealed record OpenJourneysInput(string Calendar, int Number, DateTimeOffset Now);

/// <summary>Says what the journeys of a revision are to do next, and asks for their visas: days need them from one evening to the next.</summary>
public sealed class OpenJourneys(
    RevisionStore revisions, JourneyStore store, SnapshotStore snapshots, VisaGate visas, IOptions<PlanningRules> rules)
{
    /// <summary>Beyond it the datamart of today says too little.</summary>
    private const int LongestWindow = 31;

    private static readonly TimeSpan BeforeTheNextWindow = TimeSpan.FromHours(12);

    [Function(nameof(OpenJourneys))]
    public async Task<JourneyOutlook> RunAsync([ActivityTrigger] OpenJourneysInput input, CancellationToken cancellation)
    {
        var head = await revisions.HeadAsync(input.Calendar, cancellation);
        if (head?.Applied > input.Number)
            return Over($"remplacés par ceux de la révision {head.Applied}");
        var journeys = await store.JourneysAsync(input.Calendar, input.Number, cancellation);
        if (FirstOpenDay(journeys, input.Now) is not { } first)
            return Over("aucun jour ne reste");
        foreach (var journey in journeys.Where(journey => journey.Until >= first))
            await visas.CheckAsync(journey.On(Later(first, journey.From), rules.Value), input.Now, cancellation);
        if (await snapshots.CurrentAsync(cancellation) is not { } snapshot)
            return new JourneyOutlook(null, false, "aucun datamart n’a encore été livré", null);

        var end = journeys.Max(journey => journey.Until);
        var last = first.AddDays(LongestWindow - 1) is var month && month < end ? month : end;
        var manifest = await snapshots.ManifestAsync(snapshot, cancellation);
        string[] caisses = [.. journeys.SelectMany(journey => journey.Model.Caisses).Distinct().Order(StringComparer.Ordinal)];
        return new JourneyOutlook(
            new JourneyWindow(Path(input, snapshot, manifest, first), snapshot, first, last, caisses), false, null, NextAt(journeys, last, end));
    }

    private static JourneyOutlook Over(string why) => new(null, true, why, null);

    /// <summary>The first day that a caisse may still prepare.</summary>
    private DateOnly? FirstOpenDay(IReadOnlyList<PlannedJourney> journeys, DateTimeOffset now)
    {
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var days = journeys.SelectMany(journey =>
        {
            var from = Later(yesterday, journey.From);
            return Enumerable.Range(0, Math.Max(0, journey.Until.DayNumber - from.DayNumber + 1))
                .Select(from.AddDays)
                .Where(day => journey.On(day, rules.Value).Zones.Max(zone => zone.PrepareAt) > now)
                .Take(1);
        });
        return days.Select(day => (DateOnly?)day).Min();
    }

    /// <summary>Before the first caisse decides for the day after the window; after the last window, when its last caisse has.</summary>
    private DateTimeOffset NextAt(IReadOnlyList<PlannedJourney> journeys, DateOnly last, DateOnly end) => last < end
        ? journeys.Where(journey => journey.Until > last)
            .Min(journey => journey.On(Later(last.AddDays(1), journey.From), rules.Value).Zones.Min(zone => zone.PrepareAt)) - BeforeTheNextWindow
        : journeys.Where(journey => journey.Until == end).Max(journey => journey.On(end, rules.Value).Zones.Max(zone => zone.PrepareAt));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>A shard that is delivered again under the same date is searched again.</summary>
    private static string Path(OpenJourneysInput input, DateOnly snapshot, DatamartManifest manifest, DateOnly first)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(manifest, Json.Options)))[..8];
        return string.Create(CultureInfo.InvariantCulture, $"{input.Calendar}/{input.Number:0000}/{snapshot:yyyy-MM-dd}-{version}/{first:yyyy-MM-dd}");
    }
}
