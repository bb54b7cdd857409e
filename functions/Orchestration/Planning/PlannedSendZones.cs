using Orchestration.Caisses;

namespace Orchestration.Planning;

/// <summary>From a caisse to its zone.</summary>
public static class PlannedSendZones
{
    /// <exception cref="InvalidOperationException">The caisse is not in the scope of the send.</exception>
    public static ZonePlan ZoneOf(this PlannedSend plan, string caisse)
    {
        var home = CaisseDirectory.Get(caisse);
        return plan.Zones.First(zone => zone.TimeZone == home.TimeZone && zone.HolidayZone == home.HolidayZone);
    }

    /// <summary>Zones that the occurrence goes out in: one that it skips, on a holiday, has no slot.</summary>
    public static IEnumerable<ZonePlan> ActiveZones(this PlannedSend plan) => plan.Zones.Where(zone => zone.Slots.Count > 0);
}
