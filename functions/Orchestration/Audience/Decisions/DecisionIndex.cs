using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning;

namespace Orchestration.Audience.Decisions;

/// <summary>
/// Commits the decisions of one send and caisse: written once (the first run that writes it wins), it names the decision blobs and lots
/// of that run, and the figures that follow from them. Everything later is a function of it.
/// </summary>
/// <param name="SendKey">Which occurrence.</param>
/// <param name="Caisse">Which caisse.</param>
/// <param name="Run">The run whose blobs count: <c>decisions/{sendKey}/{caisse}/{run}/…</c>.</param>
/// <param name="Snapshot">The datamart that was read.</param>
/// <param name="ReferenceDate">The local date that ages refer to.</param>
/// <param name="ContentHash">The content as it stood.</param>
/// <param name="DecidedAt">Business time.</param>
/// <param name="Priority">Of the campaign.</param>
/// <param name="Slots">One per day of the spread.</param>
/// <param name="ExpiresAt">After this nothing is handed over.</param>
/// <param name="Parts">How many decision blobs.</param>
/// <param name="Targeted">People whom the criterion selected.</param>
/// <param name="Excluded">By reason.</param>
/// <param name="RejectedRows">Rows of the shard that were set aside; never in <paramref name="Targeted"/>.</param>
/// <param name="Lots">By number, from 1.</param>
/// <param name="Note">In French, what its figures do not say: whom a reminder leaves out; null for nothing.</param>
public sealed record DecisionIndex(
    SendKey SendKey,
    string Caisse,
    string Run,
    DateOnly Snapshot,
    DateOnly ReferenceDate,
    string ContentHash,
    DateTimeOffset DecidedAt,
    int Priority,
    IReadOnlyList<Slot> Slots,
    DateTimeOffset ExpiresAt,
    int Parts,
    int Targeted,
    IReadOnlyDictionary<string, int> Excluded,
    int RejectedRows,
    IReadOnlyList<LotEntry> Lots,
    string? Note = null)
{
    /// <summary>People who are in a lot.</summary>
    public int Queued => Lots.Sum(lot => lot.Count);
}

/// <summary>One lot as decided.</summary>
/// <param name="Number">From 1, in the order in which lots were opened.</param>
/// <param name="Day">Index of its slot, from 0.</param>
/// <param name="Channel">Every message of a lot takes the same.</param>
/// <param name="Count">People in it.</param>
public sealed record LotEntry(int Number, int Day, Channel Channel, int Count);
