using System.Globalization;
using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>
/// One date of a send, before holidays and hours have their say. Its name is what its key ends with: <c>1</c> for a send that
/// happens once, so that moving it keeps the key, and the logical date of a recurring one.
/// </summary>
internal sealed record Occurrence(string Name, DateOnly Date, string Reason)
{
    private const string Single = "1";

    public static IEnumerable<Occurrence> Of(Send send, IReadOnlyDictionary<string, MediaWave> waves, int year) => send.Moment switch
    {
        FixedMoment moment => [new(Single, moment.Date, French.Text($"date choisie : {FrenchDates.Short(moment.Date, year)}"))],
        WaveMoment moment => [Anchored(moment, waves[moment.Wave], year)],
        RecurringMoment moment => moment.Recurrence.DatesIn(year).Select(date => Recurring(moment.Recurrence, date)),
        _ => throw new ArgumentOutOfRangeException(nameof(send), send.Moment, "A moment without dates."),
    };

    private static Occurrence Anchored(WaveMoment moment, MediaWave wave, int year)
    {
        var (edge, edgeName) = moment.Edge == WaveEdge.Start ? (wave.Start, "début") : (wave.End, "fin");
        var (date, unit) = moment.Unit == OffsetUnit.WorkingDays
            ? (WorkingDays.Add(edge, moment.Offset), " ouvrés")
            : (edge.AddDays(moment.Offset), "");
        var distance = moment.Offset == 0 ? "J0" : $"J{moment.Offset:+0;-0}{unit}";
        return new(Single, date, French.Text(
            $"{distance} du {FrenchDates.DayMonth(edge, year)} ({edgeName} de « {wave.Id} ») = {FrenchDates.Short(date, year)}"));
    }

    private static Occurrence Recurring(Recurrence recurrence, DateOnly date) => new(
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        date,
        French.Text($"{RecurrenceNames.Of(recurrence, date)} = {FrenchDates.Short(date, date.Year)}"));
}
