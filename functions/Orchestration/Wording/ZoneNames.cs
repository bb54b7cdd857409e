using Orchestration.Caisses;

namespace Orchestration.Wording;

/// <summary>The territories as French people name them.</summary>
internal static class ZoneNames
{
    public static string Of(HolidayZone zone) => Both(zone).Name;

    /// <summary>« en Guadeloupe », « à Mayotte ».</summary>
    public static string In(HolidayZone zone) => Both(zone).In;

    private static (string Name, string In) Both(HolidayZone zone) => zone switch
    {
        HolidayZone.Metropole => ("Métropole", "en métropole"),
        HolidayZone.AlsaceMoselle => ("Alsace-Moselle", "en Alsace-Moselle"),
        HolidayZone.Guadeloupe => ("Guadeloupe", "en Guadeloupe"),
        HolidayZone.Martinique => ("Martinique", "en Martinique"),
        HolidayZone.Guyane => ("Guyane", "en Guyane"),
        HolidayZone.Reunion => ("La Réunion", "à La Réunion"),
        HolidayZone.Mayotte => ("Mayotte", "à Mayotte"),
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "A zone without a name."),
    };
}
