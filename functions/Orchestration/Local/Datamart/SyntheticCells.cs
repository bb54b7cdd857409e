namespace Orchestration.Local.Datamart;

/// <summary>How values are written in the cells of a shard.</summary>
internal static class SyntheticCells
{
    public static string Boolean(bool value) => value ? "true" : "false";

    /// <param name="random">One draw.</param>
    /// <param name="done">Share of those who did it; of the others, three in ten are not known.</param>
    public static string Procedure(Random random, double done)
    {
        var draw = random.NextDouble();
        return draw < done ? "fait" : draw < done + (1 - done) * 0.7 ? "non_fait" : "inconnu";
    }
}
