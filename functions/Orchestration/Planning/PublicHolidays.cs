using System.Collections.Concurrent;
using System.Collections.Frozen;
using Orchestration.Caisses;

namespace Orchestration.Planning;

/// <summary>The public holidays of each zone, computed (domain.md B6).</summary>
public static class PublicHolidays
{
    private static readonly ConcurrentDictionary<(int Year, HolidayZone Zone), FrozenDictionary<DateOnly, PublicHoliday>> Years = new();

    public static PublicHoliday? Find(DateOnly date, HolidayZone zone) => Of(date.Year, zone).GetValueOrDefault(date);

    /// <summary>
    /// Every holiday of a year in a zone, by date. Two that fall on one day (1 May and Ascension, say) are one entry.
    /// </summary>
    public static IReadOnlyDictionary<DateOnly, PublicHoliday> Of(int year, HolidayZone zone) =>
        Years.GetOrAdd((year, zone), key => Compute(key.Year, key.Zone));

    private static FrozenDictionary<DateOnly, PublicHoliday> Compute(int year, HolidayZone zone)
    {
        var easter = Easter.Sunday(year);
        var holidays = new Dictionary<DateOnly, PublicHoliday>();
        foreach (var (date, name) in Everywhere(year, easter))
        {
            holidays.TryAdd(date, new PublicHoliday(name, IsLocal: false));
        }

        foreach (var (date, name) in LocalTo(zone, year, easter))
        {
            holidays.TryAdd(date, new PublicHoliday(name, IsLocal: true));
        }

        return holidays.ToFrozenDictionary();
    }

    private static IEnumerable<(DateOnly Date, string Name)> Everywhere(int year, DateOnly easter) =>
    [
        (new(year, 1, 1), "jour de l’An"),
        (easter.AddDays(1), "lundi de Pâques"),
        (new(year, 5, 1), "fête du Travail"),
        (new(year, 5, 8), "victoire de 1945"),
        (easter.AddDays(39), "Ascension"),
        (easter.AddDays(50), "lundi de Pentecôte"),
        (new(year, 7, 14), "fête nationale"),
        (new(year, 8, 15), "Assomption"),
        (new(year, 11, 1), "Toussaint"),
        (new(year, 11, 11), "armistice de 1918"),
        (new(year, 12, 25), "Noël"),
    ];

    private static IEnumerable<(DateOnly Date, string Name)> LocalTo(HolidayZone zone, int year, DateOnly easter)
    {
        const string abolition = "abolition de l’esclavage";
        const string schoelcher = "fête Victor Schœlcher";
        return zone switch
        {
            HolidayZone.AlsaceMoselle => [(easter.AddDays(-2), "Vendredi saint"), (new(year, 12, 26), "Saint-Étienne")],
            HolidayZone.Guadeloupe => [(new(year, 5, 27), abolition), (new(year, 7, 21), schoelcher)],
            HolidayZone.Martinique => [(new(year, 5, 22), abolition), (new(year, 7, 21), schoelcher)],
            HolidayZone.Guyane => [(new(year, 6, 10), abolition)],
            HolidayZone.Reunion => [(new(year, 12, 20), abolition)],
            HolidayZone.Mayotte => [(new(year, 4, 27), abolition)],
            HolidayZone.Metropole => [],
            _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "A zone without a list of holidays."),
        };
    }
}
