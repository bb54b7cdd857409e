namespace Orchestration.Calendars;

/// <summary>Where a wave is seen or heard (domain.md A4, row 59).</summary>
public enum Media
{
    Tv,
    Digital,
    Radio,
    Posters,
    Press,
}
