using Orchestration.Caisses;

namespace Orchestration.Planning;

/// <summary>Days on which offices work: Monday to Friday, without the public holidays of the whole of France.</summary>
internal static class WorkingDays
{
    /// <summary>So many working days later, earlier when negative; the date itself, whatever it is, for none.</summary>
    public static DateOnly Add(DateOnly date, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0;)
        {
            date = date.AddDays(step);
            left -= IsWorked(date) ? 1 : 0;
        }

        return date;
    }

    public static bool IsWorked(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && PublicHolidays.Find(date, HolidayZone.Metropole) is null;
}
