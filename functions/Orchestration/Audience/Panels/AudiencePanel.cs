using System.Collections.Concurrent;
using Orchestration.Audience.Criteria;
using Orchestration.Messages;
using Orchestration.Planning.Estimates;

namespace Orchestration.Audience.Panels;

/// <summary>A sample of the datamart on which planning tries its audiences.</summary>
public sealed class AudiencePanel(IReadOnlyDictionary<Population, PanelSample> samples) : IAudiencePanel
{
    private readonly ConcurrentDictionary<(Population Population, string Criterion, string Channels, DateOnly Reference), IReadOnlyList<PanelHit>> _known = new();

    public int Size(Population population) => samples.GetValueOrDefault(population)?.People.Count ?? 0;

    public double Weight(Population population) =>
        samples.GetValueOrDefault(population) is { People.Count: > 0 } sample ? (double)sample.Total / sample.People.Count : 0;

    public IReadOnlyList<string> Caisses(Population population) => samples.GetValueOrDefault(population)?.Caisses ?? [];

    /// <exception cref="InvalidOperationException">The criterion does not suit the datamart, though the calendar was accepted.</exception>
    public IReadOnlyList<PanelHit> Select(Population population, string criterion, IReadOnlyList<Channel> channels, DateOnly reference) =>
        _known.GetOrAdd(
            (population, criterion, string.Join(',', channels), reference),
            _ => samples.TryGetValue(population, out var sample) ? Select(sample, criterion, channels, reference) : []);

    private static List<PanelHit> Select(PanelSample sample, string text, IReadOnlyList<Channel> channels, DateOnly reference)
    {
        var criterion = Criterion.Parse(text, sample.Schema).Require();
        var hits = new List<PanelHit>();
        for (var person = 0; person < sample.People.Count; person++)
        {
            if (criterion.Selects(sample.People[person], reference) && sample.ChannelOf(person, channels) is { } channel)
                hits.Add(new PanelHit(person, channel));
        }

        return hits;
    }
}
