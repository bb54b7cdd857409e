using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>Finds the slots of one occurrence in one zone, and says in French how it came to them.</summary>
internal sealed class ZonePlanner(PlanningRules rules, SendTiming send, CaisseZone zone, int year)
{
    private readonly SendingDays days = new(rules, zone.TimeZone, zone.HolidayZone, send.Channels, send.Window);

    public ZonePlan Plan(Occurrence occurrence)
    {
        var reasons = new List<string> { occurrence.Reason };
        if (FirstDay(occurrence.Date, reasons) is not { } first)
        {
            var evening = EveningBefore(occurrence.Date);
            return new ZonePlan(zone.TimeZone, zone.HolidayZone, evening, [], evening, reasons);
        }

        var open = days.From(first).Take(send.SpreadDays + rules.ExpiryDays).ToList();
        var slots = open[..send.SpreadDays];
        if (send.SpreadDays > 1)
        {
            reasons.Add(French.Text($"étalé sur {send.SpreadDays} jours, jusqu'au {Short(days.DateOf(slots[^1]))}"));
        }

        return new ZonePlan(zone.TimeZone, zone.HolidayZone, EveningBefore(first), slots, open[^1].End, reasons);
    }

    private DateOnly? FirstDay(DateOnly date, List<string> reasons)
    {
        if (days.On(date) is not null)
        {
            return date;
        }

        var holiday = PublicHolidays.Find(date, zone.HolidayZone);
        reasons.Add(WhyNot(date, holiday));
        switch (holiday is null ? HolidayRule.Next : send.OnHoliday)
        {
            case HolidayRule.Skip:
                reasons.Add(French.Text($"pas d'envoi {ZoneNames.In(zone.HolidayZone)} pour cette édition"));
                return null;
            case HolidayRule.Previous:
                var before = days.DateOf(days.UpTo(date).First());
                reasons.Add(French.Text($"avancé au {Short(before)}"));
                return before;
            default:
                var after = days.DateOf(days.From(date).First());
                reasons.Add(French.Text($"reporté au {Short(after)}"));
                return after;
        }
    }

    private string WhyNot(DateOnly date, PublicHoliday? holiday) => (holiday, date.DayOfWeek) switch
    {
        _ when days.ClosedPeriod(date) is { } closed => French.Text($"rien ne part pendant « {closed.Name} »"),
        ({ IsLocal: true }, _) => French.Text($"férié {ZoneNames.In(zone.HolidayZone)} ({holiday.Name})"),
        ({ }, _) => French.Text($"férié ({holiday.Name})"),
        (null, DayOfWeek.Sunday) => "dimanche",
        _ => French.Text($"pas d'envoi le {FrenchDates.NameOf(date.DayOfWeek)} à ces heures"),
    };

    private DateTimeOffset EveningBefore(DateOnly date) => LocalTime.ToUtc(date.AddDays(-1), rules.PreparationHour, days.Clock);

    private string Short(DateOnly date) => FrenchDates.Short(date, year);
}
