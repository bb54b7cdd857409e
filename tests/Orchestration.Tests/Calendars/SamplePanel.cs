using System.IO.Compression;
using Orchestration.Audience;
using Orchestration.Audience.Panels;
using Orchestration.Local.Datamart;

namespace Orchestration.Tests.Calendars;

/// <summary>One person in ten thousand of the invented datamart, as planning sees them.</summary>
internal static class SamplePanel
{
    private static readonly Lazy<AudiencePanel> Drawn = new(Draw);

    public static AudiencePanel Current => Drawn.Value;

    private static AudiencePanel Draw()
    {
        var datamart = new SyntheticDatamart(new SyntheticSize(new DateOnly(2026, 12, 1), Insured: 6_500), Populations.Read());
        var samples = new Dictionary<Population, PanelSample>();
        foreach (var (entry, content) in datamart.Shards().Where(shard => shard.Entry.Population is Population.Insured or Population.Professionals))
        {
            if (!samples.TryGetValue(entry.Population, out var sample))
            {
                samples.Add(entry.Population, sample = new PanelSample(SyntheticDatamart.Schema.Find(entry.Population)!));
            }

            using var text = new StreamReader(new GZipStream(new MemoryStream(content), CompressionMode.Decompress));
            sample.Add(entry.Caisse, entry.Rows, 1, text);
        }

        return new AudiencePanel(samples);
    }
}
