using Orchestration.Audience;
using Orchestration.Caisses;
using Orchestration.Messages;
using Orchestration.Planning.Estimates;

namespace Orchestration.Benchmarks.Planning;

/// <summary>A sample as large as the app's, of which each criterion selects one person in ten.</summary>
internal sealed class ManyPeople : IAudiencePanel
{
    private const int People = 3_000;
    private const int OneIn = 10;

    private static readonly IReadOnlyList<string> Homes =
        [.. Enumerable.Range(0, People).Select(person => CaisseDirectory.All[person % CaisseDirectory.All.Count].Id)];

    private readonly Dictionary<string, IReadOnlyList<PanelHit>> selected = new(StringComparer.Ordinal);

    public int Size(Population population) => People;

    public double Weight(Population population) => 20_000;

    public IReadOnlyList<string> Caisses(Population population) => Homes;

    public IReadOnlyList<PanelHit> Select(Population population, string criterion, IReadOnlyList<Channel> channels, DateOnly reference)
    {
        if (!selected.TryGetValue(criterion, out var hits))
        {
            var first = criterion.Length + criterion[^1];
            selected.Add(criterion, hits = [.. Enumerable.Range(0, People / OneIn).Select(n => new PanelHit((n * OneIn) + (first % OneIn), Channel.Email))]);
        }

        return hits;
    }
}
