using System.Globalization;
using Orchestration.Caisses;

namespace Orchestration.Local.Datamart;

/// <summary>How many people live where, in thousands: the weights of the invented datamart.</summary>
internal static class Populations
{
    /// <exception cref="InvalidDataException">A caisse is missing.</exception>
    public static IReadOnlyDictionary<string, int> Read()
    {
        var populations = File.ReadLines(SampleFiles.Find("populations.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return CaisseDirectory.All.FirstOrDefault(caisse => !populations.ContainsKey(caisse.Id)) is { } missing
            ? throw new InvalidDataException($"populations.csv does not have {missing.Id}.")
            : populations;
    }

    /// <summary>Nobody but in some caisses: the most populous of each zone of holidays first, then the most populous of all.</summary>
    public static IReadOnlyDictionary<string, int> Read(int caisses)
    {
        var populations = Read();
        var bySize = CaisseDirectory.All.OrderByDescending(caisse => populations[caisse.Id]).ToList();
        var kept = bySize.DistinctBy(caisse => caisse.HolidayZone).Union(bySize).Take(caisses).Select(caisse => caisse.Id).ToHashSet(StringComparer.Ordinal);
        return populations.ToDictionary(pair => pair.Key, pair => kept.Contains(pair.Key) ? pair.Value : 0, StringComparer.Ordinal);
    }
}
