using Orchestration.Campaigns.CaisseSends;
using Orchestration.Campaigns.Control;
using Orchestration.Campaigns.Sends;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Views.Worklists;

/// <summary>Tells what should have happened to a send by now: pure.</summary>
internal static class Lateness
{
    private const int DaysTold = 7;

    /// <param name="send">Its plan.</param>
    /// <param name="status">What its orchestration says; null before it says anything.</param>
    /// <param name="control">Whether it is held back.</param>
    /// <param name="now">Business time.</param>
    /// <param name="monday">Of the week that is looked at: what never went out is told in its week and the next, not for ever.</param>
    /// <returns>The gravest thing that is late; null for none.</returns>
    public static LateItem? Of(PlannedSend send, SendStatus? status, SendControl control, DateTimeOffset now, DateOnly monday)
    {
        var zones = send.ActiveZones().ToList();
        if (zones.Count == 0 || control == SendControl.Cancelled)
            return null;

        var (prepareAt, start, end) = (zones.Min(zone => zone.PrepareAt), zones.Min(zone => zone.Slots[0].Start), zones.Max(zone => zone.Slots[^1].End));
        var isTold = start > LocalTime.ToUtc(monday.AddDays(-DaysTold), TimeOnly.MinValue, WorklistPage.Office);
        return status?.Phase switch
        {
            SendPhase.Closed => null,
            SendPhase.Over => isTold && now >= end ? Item(start, $"n'est pas parti : {status.Why ?? "sans suite"}") : null,
            _ when control == SendControl.Paused && start <= now => Item(start, $"suspendu, alors que son créneau a commencé"),
            SendPhase.Sending or SendPhase.Sent when NotCounted(status) is > 0 and var caisses =>
                Item(prepareAt, $"{French.Count(caisses, "caisse n’a pas pu être préparée", "caisses n’ont pas pu être préparées")}"),
            SendPhase.Sending when now >= end => Item(end, $"son dernier créneau est passé, tout n'est pas parti"),
            SendPhase.Sending or SendPhase.Sent => null,
            SendPhase.WaitingForVisa when prepareAt <= now => Item(prepareAt, $"aurait dû être préparé : {PhaseNames.Of(status)}"),
            _ when start <= now && isTold => Item(start, $"aurait dû commencer : {(status is null ? "pas encore programmé" : PhaseNames.Of(status))}"),
            _ => null,
        };

        LateItem Item(DateTimeOffset since, FrenchText what) => new(send.Key, send.CampaignTitle, since, what.ToString());
    }

    private static int NotCounted(SendStatus status) => status.Caisses.GetValueOrDefault(CaissePhase.NotCounted);
}
