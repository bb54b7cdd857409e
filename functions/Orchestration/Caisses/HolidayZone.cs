namespace Orchestration.Caisses;

/// <summary>Territories whose public holidays differ (domain.md B6; names as in caisses.csv).</summary>
public enum HolidayZone
{
    Metropole,
    AlsaceMoselle,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
}
