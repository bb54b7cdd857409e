using Orchestration.Audience.Decisions;
using Orchestration.Delivery;
using Orchestration.Planning;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>A caisse whose decisions are made: its figures and what is left to send. Carried from one generation of the instance to the next.</summary>
/// <param name="Prepared">What was decided.</param>
/// <param name="Book">What is left.</param>
/// <param name="Rendered">Lots announced in this generation.</param>
/// <param name="MustReview">Something changed: ask the gate again, even with nothing due.</param>
public sealed record CaisseRun(PreparedCaisse Prepared, LotBook Book, int Rendered = 0, bool MustReview = false)
{
    public static CaisseRun Of(PreparedCaisse prepared) =>
        new(prepared, LotBook.Of(prepared.Slots, prepared.ExpiresAt, prepared.Lots));

    public CaisseStatus Status(string caisse) =>
        new(caisse, CaissePhase.Sending, null, Prepared.Targeted, Prepared.Queued, Prepared.Excluded, Book.Counts);
}

/// <summary>Result of <c>PrepareCaisse</c>: references and totals.</summary>
/// <param name="Phase">Sending, or why not: Planned (its time has not come), Withdrawn, NotCounted.</param>
/// <param name="Why">In French, when it is not Sending, or when a reminder leaves somebody out.</param>
/// <param name="PrepareAt">When Planned: when to come back.</param>
/// <param name="Run">Names the blobs of the decisions that count.</param>
/// <param name="Priority">Of the campaign.</param>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Excluded">By reason.</param>
/// <param name="Slots">One per day of the spread.</param>
/// <param name="ExpiresAt">After this nothing is handed over.</param>
/// <param name="Lots">What there is to send.</param>
public sealed record PreparedCaisse(
    CaissePhase Phase,
    string? Why,
    DateTimeOffset? PrepareAt,
    string Run,
    int Priority,
    int Targeted,
    IReadOnlyDictionary<string, int> Excluded,
    IReadOnlyList<Slot> Slots,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<LotEntry> Lots)
{
    public int Queued => Lots.Sum(lot => lot.Count);

    /// <param name="id">Which lot.</param>
    /// <param name="lot">Where it stands.</param>
    /// <param name="contentHash">The content that has its visa; null to announce a last time what does not go any more.</param>
    public RenderInput Rendering(LotId id, OpenLot lot, string? contentHash) => new(
        id, Run, Lots.First(entry => entry.Number == lot.Number).Channel, Priority, Slots[lot.Day], ExpiresAt, contentHash, lot.Rendered);

    public static PreparedCaisse Not(CaissePhase phase, string? why, DateTimeOffset? prepareAt = null) =>
        new(phase, why, prepareAt, "", 0, 0, new Dictionary<string, int>(), [], default, []);

    public static PreparedCaisse Of(DecisionIndex index) =>
        new(
            CaissePhase.Sending, index.Note, null, index.Run, index.Priority, index.Targeted, index.Excluded, index.Slots, index.ExpiresAt, index.Lots);
}
