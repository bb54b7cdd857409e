using Orchestration.Caisses;

namespace Orchestration.Planning;

/// <summary>Caisses that share their hours and their public holidays share their slots.</summary>
internal sealed record CaisseZone(string TimeZone, HolidayZone HolidayZone)
{
    /// <summary>The zones of some caisses, metropolitan France first.</summary>
    public static IReadOnlyList<CaisseZone> Of(IEnumerable<string> caisses) =>
    [
        .. caisses
            .Select(CaisseDirectory.Get)
            .Select(caisse => new CaisseZone(caisse.TimeZone, caisse.HolidayZone))
            .Distinct()
            .OrderBy(zone => zone.HolidayZone).ThenBy(zone => zone.TimeZone, StringComparer.Ordinal),
    ];
}
