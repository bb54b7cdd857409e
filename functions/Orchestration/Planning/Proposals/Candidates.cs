using Orchestration.Calendars;
using Orchestration.Planning.Checks;
using Orchestration.Wording;

namespace Orchestration.Planning.Proposals;

/// <summary>The changes that an entry allows, the smallest first.</summary>
internal sealed class Candidates(Calendar calendar)
{
    private const int MostDays = 60;
    private const int MostWeeks = 40;
    private const int LongestSpread = 10;
    private const int DaysInWeek = 7;

    /// <summary>False for what has no date of its own to change, such as an edition of a newsletter.</summary>
    public bool HasAny(Movable movable) => Of(movable).Any();

    public IEnumerable<Candidate> Of(Movable movable) => movable switch
    {
        MovableSend given => Moves(given.Send),
        MovableWave given => Moves(given.Wave),
        SpreadableSend given => Spreads(given.Send),
        HomepageOf given => Cards(given.Wave),
        _ => throw new ArgumentOutOfRangeException(nameof(movable), movable, "An entry that cannot be changed."),
    };

    private IEnumerable<Candidate> Moves(Send send)
    {
        if (DateOf(send) is not { } date)
        {
            yield break;
        }

        foreach (var days in BothWays(MostDays))
        {
            var target = date.AddDays(days);
            if (WorkingDays.IsWorked(target) && Moved(send, target, days) is var (moment, text))
            {
                yield return Change(
                    send, send with { Moment = moment }, "at", text, Math.Abs(days),
                    French.Text($"{(days > 0 ? "reculer" : "avancer")} « {send.Name} » au {FrenchDates.Short(target, calendar.Year)}"));
            }
        }
    }

    private IEnumerable<Candidate> Moves(MediaWave wave)
    {
        foreach (var weeks in BothWays(MostWeeks))
        {
            var moved = wave with { Start = wave.Start.AddDays(weeks * DaysInWeek), End = wave.End.AddDays(weeks * DaysInWeek) };
            if (moved.Start.Year != wave.Start.Year || moved.End.Year != wave.End.Year)
            {
                continue;
            }

            var path = wave.Places.Entry.Path;
            yield return new Candidate(
                new Proposal(
                    French.Text($"{(weeks > 0 ? "reculer" : "avancer")} la vague « {wave.Id} » de {French.Count(Math.Abs(weeks), "semaine", "semaines")}, ")
                        + French.Text($"du {FrenchDates.Short(moved.Start, calendar.Year)} au {FrenchDates.Short(moved.End, calendar.Year)}"),
                    [new Correction(path, "start", CalendarValues.Of(moved.Start)), new Correction(path, "end", CalendarValues.Of(moved.End))]),
                calendar with { Waves = Replace(calendar.Waves, wave, moved) },
                Math.Abs(weeks) * DaysInWeek);
        }
    }

    private IEnumerable<Candidate> Spreads(Send send) =>
        from days in Enumerable.Range(send.SpreadDays + 1, Math.Max(0, LongestSpread - send.SpreadDays))
        select Change(
            send, send with { SpreadDays = days }, "spread", FormattableString.Invariant($"{days}d"), days - send.SpreadDays,
            French.Text($"étaler « {send.Name} » sur {days} jours"));

    private IEnumerable<Candidate> Cards(MediaWave wave) =>
        from homepage in (HomepageSlot[])[HomepageSlot.Card, HomepageSlot.None]
        where homepage > wave.Homepage
        select new Candidate(
            new Proposal(
                French.Text($"laisser « {wave.Id} » sans bannière en page d'accueil{(homepage == HomepageSlot.Card ? ", avec sa carte" : " ni carte")}"),
                [new Correction(wave.Places.Entry.Path, "homepage", homepage == HomepageSlot.Card ? "card" : "none")]),
            calendar with { Waves = Replace(calendar.Waves, wave, wave with { Homepage = homepage }) },
            (int)homepage);

    private Candidate Change(Send send, Send changed, string key, string text, int cost, string words) => new(
        new Proposal(words, [new Correction(send.Places.Entry.Path, key, text)]),
        calendar with { Sends = Replace(calendar.Sends, send, changed) },
        cost);

    private DateOnly? DateOf(Send send) => send.Moment switch
    {
        FixedMoment or WaveMoment or SendRelativeMoment =>
            new OccurrenceBook(calendar, new Dictionary<string, IReadOnlyList<DateOnly>>()).Of(send) is [var only] ? only.Date : null,
        _ => null,
    };

    private static (SendMoment Moment, string Text)? Moved(Send send, DateOnly target, int days) => send.Moment switch
    {
        FixedMoment => (new FixedMoment(target), CalendarValues.Of(target)),
        WaveMoment { Unit: OffsetUnit.Days } moment => Described(moment with { Offset = moment.Offset + days }),
        SendRelativeMoment { Unit: OffsetUnit.Days } moment => Described(moment with { Offset = moment.Offset + days }),
        _ => (new FixedMoment(target), CalendarValues.Of(target)),
    };

    private static (SendMoment, string) Described(SendMoment moment) => (moment, CalendarValues.Of(moment));

    private static IEnumerable<int> BothWays(int most) => Enumerable.Range(1, most).SelectMany(n => (int[])[n, -n]);

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> entries, T old, T changed)
        where T : class =>
        [.. entries.Select(entry => ReferenceEquals(entry, old) ? changed : entry)];
}
