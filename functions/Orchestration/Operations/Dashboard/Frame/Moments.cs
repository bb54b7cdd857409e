using System.Globalization;
using Orchestration.Planning;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard;

/// <summary>Moments as the dashboard shows them.</summary>
internal static class Moments
{
    public static TimeZoneInfo Office { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>« mardi 27 avril 2027 à 9 h 30 », in Paris.</summary>
    public static string InParis(DateTimeOffset at) =>
        French.Text($"{FrenchDates.Long(LocalTime.DateOf(at, Office))} à {FrenchDates.Hour(LocalTime.HourOf(at, Office))}");

    /// <summary>« 27/04/2027 09:30:15 », in Paris.</summary>
    public static string Exact(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Office).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
}
