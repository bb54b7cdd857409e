using Orchestration.Campaigns.Control;
using Orchestration.Operations.Dashboard.Sends;
using Orchestration.Operations.Views.Worklists;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Watch;

/// <summary>What operators look at first in the morning; pure.</summary>
/// <param name="Late">Should have happened and has not, the oldest first.</param>
/// <param name="Stuck">Does not go on by itself, the most urgent first.</param>
/// <param name="Upcoming">Goes out within seven days, the soonest first.</param>
internal sealed record WatchView(IReadOnlyList<WatchItem> Late, IReadOnlyList<WatchItem> Stuck, IReadOnlyList<WatchItem> Upcoming)
{
    /// <summary>Of a visa, in working days.</summary>
    public const int UrgentVisa = 5;

    public static readonly TimeSpan Near = TimeSpan.FromDays(7);
    public static readonly TimeSpan LongPause = TimeSpan.FromDays(1);
    public static readonly TimeSpan LongSilence = TimeSpan.FromHours(1);

    /// <param name="sends">Without those that are over for good.</param>
    /// <param name="control">What is held back.</param>
    /// <param name="now">Business time.</param>
    public static WatchView Of(IReadOnlyList<WatchedSend> sends, ControlBoard control, DateTimeOffset now)
    {
        var monday = Planning.Views.IsoWeek.Of(LocalTime.DateOf(now, Moments.Office)).Monday;
        var watched = sends.Where(send => !send.Record.Withdrawn && send.Row.State != BoardState.Cancelled).ToList();
        var late = watched.Select(send => (send.Row, Item: LateOf(send, control, monday, now))).Where(pair => pair.Item is not null)
            .Select(pair => new WatchItem(pair.Row, pair.Item!.Since, pair.Item.What)).ToList();
        var isLate = late.Select(item => item.Send.Send.Key).ToHashSet();
        return new WatchView(
            [.. late.OrderBy(item => item.At).ThenBy(KeyOf, StringComparer.Ordinal)],
            [.. watched.Where(send => !isLate.Contains(send.Row.Send.Key)).Select(send => StuckOf(send, now)).OfType<WatchItem>().OrderBy(item => item.At).ThenBy(KeyOf, StringComparer.Ordinal)],
            [.. watched.Where(send => IsUpcoming(send, now)).Select(UpcomingOf).OrderBy(item => item.At).ThenBy(KeyOf, StringComparer.Ordinal)]);
    }

    private static LateItem? LateOf(WatchedSend send, ControlBoard control, DateOnly monday, DateTimeOffset now) =>
        Lateness.Of(send.Record.Plan, send.Row.Status, control[send.Row.Send.Key], now, monday);

    private static WatchItem? StuckOf(WatchedSend send, DateTimeOffset now)
    {
        var row = send.Row;
        return row.State switch
        {
            BoardState.Failed => Item(row.Send.PrepareAt, $"son orchestration s'est arrêtée sur une erreur"),
            BoardState.WaitingForVisa when IsSoon(row.Send.PrepareAt, now) =>
                Item(row.Send.PrepareAt, $"{row.Status?.Why ?? "visa attendu"}, à préparer le {Moments.InParis(row.Send.PrepareAt)}"),
            BoardState.Paused when row.Control is { } entry && now - entry.At > LongPause =>
                Item(entry.At, $"suspendu depuis le {Moments.InParis(entry.At)} par {entry.By} : {entry.Reason}"),
            BoardState.Sending or BoardState.Sent when row.NotCounted is > 0 and var caisses =>
                Item(row.Send.PrepareAt, $"{French.Count(caisses, "caisse non comptée", "caisses non comptées")}"),
            BoardState.Sending when send.LastProgress is { } progress && now - progress > LongSilence && IsInSlot(send, now) =>
                Item(progress, $"en cours, sans progrès depuis le {Moments.InParis(progress)}"),
            _ => null,
        };

        WatchItem Item(DateTimeOffset at, FrenchText what) => new(row, at, what.ToString());
    }

    private static bool IsSoon(DateTimeOffset prepareAt, DateTimeOffset now) =>
        LocalTime.DateOf(prepareAt, Moments.Office) <= WorkingDays.Add(LocalTime.DateOf(now, Moments.Office), UrgentVisa);

    /// <summary>Between two days of a send nothing moves, and nothing need.</summary>
    private static bool IsInSlot(WatchedSend send, DateTimeOffset now) => send.Row.Status is { Pending: > 0 }
        && send.Record.Plan.ActiveZones().SelectMany(zone => zone.Slots).Any(slot => slot.Start + LongSilence <= now && now < slot.End);

    private static bool IsUpcoming(WatchedSend send, DateTimeOffset now) =>
        send.Row.State is BoardState.New or BoardState.WaitingForVisa or BoardState.Planned or BoardState.Paused
        && send.Row.Send.Starts > now && send.Row.Send.Starts <= now + Near;

    private static WatchItem UpcomingOf(WatchedSend send) => new(
        send.Row,
        send.Row.Send.Starts,
        French.Text($"{send.Row.Send.Slot}, {French.Count(send.Row.Send.Caisses.Count, "caisse", "caisses")}, {ChannelNames.InOrder(send.Row.Send.Channels)}"));

    private static string KeyOf(WatchItem item) => item.Send.Send.Key.Value;
}
