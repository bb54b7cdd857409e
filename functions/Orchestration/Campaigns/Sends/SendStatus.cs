using Orchestration.Campaigns.CaisseSends;
using Orchestration.Delivery;

namespace Orchestration.Campaigns.Sends;

/// <summary>Where a send stands as a whole: its custom status and its result; totals only.</summary>
/// <param name="Send">Which occurrence.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Why">In French, when it waits or is over.</param>
/// <param name="Caisses">Caisses by phase.</param>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Queued">People in a lot.</param>
/// <param name="Excluded">By reason.</param>
/// <param name="Counts">Messages by status.</param>
public sealed record SendStatus(
    SendKey Send,
    SendPhase Phase,
    string? Why,
    IReadOnlyDictionary<CaissePhase, int> Caisses,
    int Targeted,
    int Queued,
    IReadOnlyDictionary<string, int> Excluded,
    DeliveryCounts Counts)
{
    /// <summary>Queued messages without a last word.</summary>
    public int Pending => Queued - Counts.Final;

    public static SendStatus Before(SendKey send, SendReview review) => Of(send, review.Phase, review.Why, []);

    public static SendStatus Of(SendKey send, SendPhase phase, string? why, IReadOnlyCollection<CaisseStatus> caisses) => new(
        send,
        phase,
        why,
        caisses.GroupBy(caisse => caisse.Phase).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count()),
        caisses.Sum(caisse => caisse.Targeted),
        caisses.Sum(caisse => caisse.Queued),
        caisses.SelectMany(caisse => caisse.Excluded).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
        caisses.Aggregate(DeliveryCounts.None, (sum, caisse) => sum + caisse.Counts));
}
