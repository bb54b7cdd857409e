using Orchestration.Audience.Decisions;

namespace Orchestration.Caisses.Views;

/// <summary>People who get nothing, for one reason.</summary>
/// <param name="Reason">An <see cref="ExclusionReason"/>.</param>
/// <param name="Label">In French.</param>
/// <param name="Count">How many.</param>
public sealed record ExclusionView(string Reason, string Label, int Count)
{
    public static IReadOnlyList<ExclusionView> Of(IReadOnlyDictionary<string, int> excluded) =>
    [
        .. excluded.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new ExclusionView(pair.Key, ExclusionReason.Labels.GetValueOrDefault(pair.Key, pair.Key), pair.Value)),
    ];
}
