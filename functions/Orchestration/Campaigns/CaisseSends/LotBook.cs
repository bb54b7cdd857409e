using Orchestration.Audience.Decisions;
using Orchestration.Delivery;
using Orchestration.Planning;

namespace Orchestration.Campaigns.CaisseSends;

/// <summary>What a caisse still has to send: every change gives a new book.</summary>
/// <param name="Slots">One per day of the spread.</param>
/// <param name="ExpiresAt">When whatever is left is announced a last time, to be recorded as expired.</param>
/// <param name="Open">Lots that are not settled.</param>
/// <param name="Settled">Messages of the settled lots by status.</param>
public sealed record LotBook(
    IReadOnlyList<Slot> Slots, DateTimeOffset ExpiresAt, IReadOnlyList<OpenLot> Open, DeliveryCounts Settled)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public bool IsDone => Open.Count == 0;

    /// <summary>Messages by status, those of open lots included.</summary>
    public DeliveryCounts Counts => Open.Aggregate(Settled, (sum, lot) => sum + lot.Counts);

    public static LotBook Of(IReadOnlyList<Slot> slots, DateTimeOffset expiresAt, IEnumerable<LotEntry> lots) => new(
        slots,
        expiresAt,
        [.. lots.OrderBy(lot => lot.Day).ThenBy(lot => lot.Number)
            .Select(lot => new OpenLot(lot.Number, lot.Day, LotState.Waiting, false, null, DeliveryCounts.None))],
        DeliveryCounts.None);

    /// <summary>Lots that time no longer holds back, in the order in which they go.</summary>
    public IReadOnlyList<OpenLot> Due(DateTimeOffset now) => [.. Open.Where(lot => DueAt(lot) <= now)];

    /// <summary>When the next lot comes due by itself; null when all are due.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset now) => Open.Min(lot => DueAt(lot) is var at && at > now ? at : (DateTimeOffset?)null);

    /// <summary>A lot is on the queue.</summary>
    public LotBook Announce(int number, DateTimeOffset now) =>
        Change(number, lot => lot with { State = LotState.Announced, Rendered = true, Until = StuckAt(now) });

    /// <summary>A lot could not be rendered now.</summary>
    public LotBook Hold(int number, DateTimeOffset? until) => Change(number, lot => lot with { State = LotState.Held, Until = until });

    /// <summary>A delivery attempt has ended. Hearing of it twice, or late, changes nothing.</summary>
    public LotBook Settle(LotSettlement settlement) =>
        Open.FirstOrDefault(lot => lot.Number == settlement.Lot) is not { } known ? this
        : settlement.Held is null ? this with { Open = [.. Open.Where(lot => lot != known)], Settled = Settled + settlement.Counts }
        : Change(settlement.Lot, lot => lot with { State = LotState.Held, Rendered = true, Until = settlement.Until, Counts = settlement.Counts });

    /// <summary>Something changed: whatever waited for that may try again.</summary>
    /// <param name="now">Business time.</param>
    /// <param name="announceAgain">Also what is on the queue, since it may not be there any more.</param>
    public LotBook Wake(DateTimeOffset now, bool announceAgain) => this with
    {
        Open = [.. Open.Select(lot => Waits(lot) || (announceAgain && lot.State == LotState.Announced) ? lot with { Until = now } : lot)],
    };

    /// <summary>Lots that were never announced are closed: their messages have this status.</summary>
    public LotBook Close(IReadOnlyCollection<int> numbers, DeliveryCounts counts) => this with
    {
        Open = [.. Open.Where(lot => !numbers.Contains(lot.Number))],
        Settled = Settled + counts,
    };

    private static bool Waits(OpenLot lot) => lot.State == LotState.Held && lot.Until is null;

    /// <summary>What waits for somebody to act does not wait beyond the expiry.</summary>
    private DateTimeOffset DueAt(OpenLot lot) => lot.State == LotState.Waiting ? Slots[lot.Day].Start : lot.Until ?? ExpiresAt;

    /// <summary>An announcement that nobody answers is repeated: at the expiry, then every day.</summary>
    private DateTimeOffset StuckAt(DateTimeOffset now) => now < ExpiresAt ? ExpiresAt : now + Patience;

    private LotBook Change(int number, Func<OpenLot, OpenLot> change) =>
        this with { Open = [.. Open.Select(lot => lot.Number == number ? change(lot) : lot)] };
}
