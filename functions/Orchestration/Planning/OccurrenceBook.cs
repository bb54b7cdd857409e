using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>Finds the dates of every send of a calendar, those that count from another send after it.</summary>
/// <param name="calendar">Without errors: every chain of sends ends.</param>
/// <param name="raised">Dates on which operators raised a trigger, by its name.</param>
internal sealed class OccurrenceBook(Calendar calendar, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> raised)
{
    private readonly Dictionary<string, MediaWave> waves = calendar.Waves.ToDictionary(wave => wave.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Send> sends = calendar.Sends.ToDictionary(send => send.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Occurrence>> known = new(StringComparer.Ordinal);

    /// <returns>Ascending; none for a journey, or a trigger that nobody raised.</returns>
    public IReadOnlyList<Occurrence> Of(Send send)
    {
        if (!known.TryGetValue(send.Name, out var occurrences))
        {
            known.Add(send.Name, occurrences = [.. Find(send)]);
        }

        return occurrences;
    }

    /// <summary>
    /// The occurrence that a reminder reminds: of the same name when it counts its days from that send, else the last one before it.
    /// </summary>
    /// <returns>The name of the occurrence; null when none comes before.</returns>
    public string? Reminded(Send send, Occurrence occurrence)
    {
        var candidates = Of(sends[send.Remind!]);
        return send.Moment is SendRelativeMoment moment && moment.Send == send.Remind
            ? candidates.FirstOrDefault(candidate => candidate.Name == occurrence.Name)?.Name
            : candidates.LastOrDefault(candidate => candidate.Date < occurrence.Date)?.Name;
    }

    private IEnumerable<Occurrence> Find(Send send) => send.Moment switch
    {
        FixedMoment moment =>
            [new(OccurrenceNames.Single, moment.Date, French.Text($"date choisie : {FrenchDates.Short(moment.Date, calendar.Year)}"))],
        WaveMoment moment => [Anchored(moment, waves[moment.Wave])],
        SendRelativeMoment moment => Of(sends[moment.Send]).Select(before => Following(moment, before)),
        RecurringMoment moment => moment.Recurrence.DatesIn(calendar.Year).Select(date => Recurring(moment.Recurrence, date)),
        TriggeredMoment moment => (raised.GetValueOrDefault(moment.Trigger) ?? []).Select(date => Raised(moment, date)),
        DailyMoment => [],
        _ => throw new ArgumentOutOfRangeException(nameof(send), send.Moment, "A moment without dates."),
    };

    private Occurrence Anchored(WaveMoment moment, MediaWave wave)
    {
        var (edge, edgeName) = moment.Edge == WaveEdge.Start ? (wave.Start, "début") : (wave.End, "fin");
        var date = Shift(edge, moment.Offset, moment.Unit);
        return new(OccurrenceNames.Single, date, French.Text(
            $"{Distance(moment.Offset, moment.Unit)} du {FrenchDates.DayMonth(edge, calendar.Year)} ({edgeName} de « {wave.Id} ») = {Short(date)}"));
    }

    private Occurrence Following(SendRelativeMoment moment, Occurrence before)
    {
        var date = Shift(before.Date, moment.Offset, moment.Unit);
        return new(before.Name, date, French.Text(
            $"{Distance(moment.Offset, moment.Unit)} du {FrenchDates.DayMonth(before.Date, calendar.Year)} (« {moment.Send} ») = {Short(date)}"));
    }

    private Occurrence Raised(TriggeredMoment moment, DateOnly raisedOn)
    {
        var date = moment.From is { } from && from > raisedOn ? from : raisedOn;
        return new(OccurrenceNames.Of(raisedOn), date, French.Text(
            $"déclencheur « {moment.Trigger} » levé le {Short(raisedOn)}{(date == raisedOn ? "" : French.Text($", pas avant le {Short(date)}"))}"));
    }

    private static Occurrence Recurring(Recurrence recurrence, DateOnly date) =>
        new(OccurrenceNames.Of(date), date, French.Text($"{RecurrenceNames.Of(recurrence, date)} = {FrenchDates.Short(date, date.Year)}"));

    private static DateOnly Shift(DateOnly date, int offset, OffsetUnit unit) =>
        unit == OffsetUnit.WorkingDays ? WorkingDays.Add(date, offset) : date.AddDays(offset);

    private static string Distance(int offset, OffsetUnit unit) =>
        offset == 0 ? "J0" : $"J{offset:+0;-0}{(unit == OffsetUnit.WorkingDays ? " ouvrés" : "")}";

    private string Short(DateOnly date) => FrenchDates.Short(date, calendar.Year);
}
