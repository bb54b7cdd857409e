using Orchestration.Delivery;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>Where one send stands in one caisse: figures only. Told to the send while it goes on, and its result at the end.</summary>
/// <param name="Caisse">Which caisse.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Why">In French, when something is in the way or has gone wrong.</param>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Queued">People in a lot.</param>
/// <param name="Excluded">By reason.</param>
/// <param name="Counts">Messages by status.</param>
public sealed record CaisseStatus(
    string Caisse,
    CaissePhase Phase,
    string? Why,
    int Targeted,
    int Queued,
    IReadOnlyDictionary<string, int> Excluded,
    DeliveryCounts Counts)
{
    public static CaisseStatus Nothing(string caisse, CaissePhase phase, string? why) =>
        new(caisse, phase, why, 0, 0, new Dictionary<string, int>(), DeliveryCounts.None);
}

/// <summary>Where one send stands in one caisse.</summary>
public enum CaissePhase
{
    /// <summary>Its decisions are not made yet.</summary>
    Planned,

    /// <summary>Decisions made; lots go out in their slots.</summary>
    Sending,

    /// <summary>Every message has its status.</summary>
    Done,

    /// <summary>Withdrawn or cancelled before any decision.</summary>
    Withdrawn,

    /// <summary>Could not be prepared; can be tried again.</summary>
    NotCounted,
}
