namespace Orchestration.Wording;

/// <summary>Guesses the name that somebody meant.</summary>
internal static class NearNames
{
    // Comparing costs the product of the lengths; nobody misspells a name this long into another.
    private const int LongestName = 80;

    /// <returns>The nearest name, or null when none is near: one slip for three letters at most.</returns>
    public static string? Find(string given, IEnumerable<string> names)
    {
        if (given.Length > LongestName)
        {
            return null;
        }

        var reach = Math.Max(1, given.Length / 3);
        return names
            .Where(name => Math.Abs(name.Length - given.Length) <= reach)
            .Select(name => (Name: name, Slips: Slips(given, name)))
            .Where(near => near.Slips <= reach)
            .OrderBy(near => near.Slips).ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name)
            .FirstOrDefault();
    }

    /// <summary>
    /// Letters added, dropped, changed or swapped with their neighbour (optimal string alignment), whatever their case.
    /// </summary>
    private static int Slips(string given, string name)
    {
        var cost = new int[given.Length + 1, name.Length + 1];
        for (var i = 0; i <= given.Length; i++)
        {
            for (var j = 0; j <= name.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(i, j);
            }
        }

        return cost[given.Length, name.Length];

        int Cheapest(int i, int j)
        {
            var changed = cost[i - 1, j - 1] + (Same(given[i - 1], name[j - 1]) ? 0 : 1);
            var best = Math.Min(changed, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            var isSwap = i > 1 && j > 1 && Same(given[i - 1], name[j - 2]) && Same(given[i - 2], name[j - 1]);
            return isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
        }
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
