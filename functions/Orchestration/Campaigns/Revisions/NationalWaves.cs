using Orchestration.Planning.Views;

namespace Orchestration.Campaigns.Revisions;

/// <summary>The media waves of every calendar whose plan runs, which campaigns of caisses keep clear of.</summary>
public sealed class NationalWaves(RevisionStore revisions, RevisionMaker maker)
{
    public async Task<IReadOnlyList<OutlinedWave>> ReadAsync(CancellationToken cancellation)
    {
        var waves = new List<OutlinedWave>();
        foreach (var calendar in await revisions.CalendarsAsync(cancellation))
        {
            if (await maker.InForceAsync(calendar, cancellation) is { Outline: { } outline })
                waves.AddRange(outline.Waves);
        }

        return waves;
    }
}
