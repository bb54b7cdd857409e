using Orchestration.Caisses;

namespace Orchestration.Planning.Estimates;

/// <summary>
/// Spreads the messages of an occurrence over its local days: over the zones as their caisses are many, and within a zone over
/// its slots. Not one message is lost or doubled by rounding.
/// </summary>
internal static class SendShares
{
    /// <returns>Local days with their part; none when the occurrence goes out nowhere.</returns>
    public static IReadOnlyList<(DateOnly Day, long Emails, long Sms)> Of(PlannedSend send, VolumeEstimate? volume)
    {
        var days = send.ActiveZones().SelectMany(zone => Slots(send, zone))
            .GroupBy(slot => slot.Day, slot => slot.Weight)
            .OrderBy(day => day.Key)
            .ToList();
        var weights = days.ConvertAll(day => day.Sum());
        var (emails, sms) = (Apportion(volume?.Emails ?? 0, weights), Apportion(volume?.Sms ?? 0, weights));
        return [.. days.Select((day, i) => (day.Key, emails[i], sms[i]))];
    }

    private static IEnumerable<(DateOnly Day, decimal Weight)> Slots(PlannedSend send, ZonePlan zone)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone);
        var caisses = send.Caisses.Select(CaisseDirectory.Get)
            .Count(caisse => caisse.TimeZone == zone.TimeZone && caisse.HolidayZone == zone.HolidayZone);
        return zone.Slots.Select(slot => (LocalTime.DateOf(slot.Start, clock), (decimal)caisses / zone.Slots.Count));
    }

    /// <summary>What each gets is the difference of two rounded running sums, so that the last sum is the whole.</summary>
    private static List<long> Apportion(long whole, List<decimal> weights)
    {
        var all = weights.Sum();
        var (sum, given) = (0m, 0L);
        return weights.ConvertAll(weight =>
        {
            sum += weight;
            var upTo = sum >= all ? whole : (long)Math.Round(whole * (sum / all));
            var part = upTo - given;
            given = upTo;
            return part;
        });
    }
}
