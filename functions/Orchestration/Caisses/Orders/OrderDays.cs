using Orchestration.Calendars;
using Orchestration.Planning;
using Orchestration.Planning.Views;
using Orchestration.Wording;

namespace Orchestration.Caisses.Orders;

/// <summary>One date as a day of sending.</summary>
/// <param name="Date">The local day on which it goes out: later than asked when a holiday or a closed period moves it.</param>
/// <param name="Plan">The send, planned for it.</param>
/// <param name="Fault">In French, why it cannot be that date; null when it can.</param>
/// <param name="Remarks">In French, why the date was moved.</param>
/// <param name="Meets">The national wave that it is too near to.</param>
internal sealed record OrderDay(DateOnly Date, PlannedSend Plan, string? Fault, IReadOnlyList<string> Remarks, OutlinedWave? Meets);

/// <summary>Tries dates for one order.</summary>
internal sealed class OrderDays
{
    private const string SendId = "envoi";

    private readonly PlanningRules _rules;
    private readonly LocalClearance _clearance;
    private readonly OrderWish _wish;
    private readonly DateTimeOffset _now;
    private readonly int _mostDaysAhead;
    private readonly TimeZoneInfo _clock;

    public OrderDays(PlanningRules rules, LocalClearance clearance, OrderWish wish, DateTimeOffset now, int mostDaysAhead)
    {
        (_rules, _clearance, _wish, _now, _mostDaysAhead) = (rules, clearance, wish, now, mostDaysAhead);
        _clock = TimeZoneInfo.FindSystemTimeZoneById(CaisseDirectory.Get(wish.Caisse).TimeZone);
        Today = LocalTime.DateOf(now, _clock);
    }

    /// <summary>Where the caisse is.</summary>
    public DateOnly Today { get; }

    private DateOnly LastDay => Today.AddDays(_mostDaysAhead);

    /// <returns>In French, why a date is out of the question; null when it is not.</returns>
    public string? Outside(DateOnly date) =>
        date < Today ? French.Text($"Le {Short(date)} est passé.")
        : date > LastDay ? French.Text($"Le {Short(date)} est trop loin : une commande se passe {_mostDaysAhead} jours à l'avance au plus.")
        : Closed(date);

    public OrderDay On(DateOnly date)
    {
        var planned = Planner.Plan(CalendarOf(date), _rules, _now);
        var plan = planned.Sends.Single();
        var zone = plan.Zones.Single();
        var day = LocalTime.DateOf(zone.Slots[0].Start, _clock);
        string[] faults = [.. planned.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.What)];
        var fault = faults.Length > 0 ? string.Join(' ', faults)
            : zone.PrepareAt <= _now ? French.Text($"Un envoi du {Short(day)} se prépare la veille à {FrenchDates.Hour(_rules.PreparationHour)}, et ce moment est passé.")
            : Closed(day);
        return new OrderDay(day, plan, fault, Remarks(date, day, zone, planned), _clearance.Meeting(_wish.Caisse, _wish.Theme, [day]));
    }

    /// <summary>The first day from a date on that is a day of sending and in nobody's way.</summary>
    /// <returns>Null when there is none as long as the order is open.</returns>
    public OrderDay? Next(DateOnly from)
    {
        for (var date = from < Today ? Today : from; Outside(date) is null;)
        {
            var day = On(date);
            if (day is { Fault: null, Meets: null } && day.Date == date)
                return day;
            date = day.Meets is { } wave ? Later(date, _clearance.After(wave)) : Later(date, day.Date);
        }

        return null;
    }

    private string? Closed(DateOnly date) => date > _wish.Until ? French.Text($"Ce modèle ne part plus après le {Short(_wish.Until.Value)}.") : null;

    private List<string> Remarks(DateOnly asked, DateOnly day, ZonePlan zone, CalendarPlan planned)
    {
        var remarks = planned.Problems
            .Where(problem => problem is { Severity: Severity.Warning, Code: ProblemCodes.Blackout })
            .Select(problem => problem.What).ToList();
        if (day != asked)
            remarks.Insert(0, French.Text($"Le {Short(asked)} : {string.Join(", ", zone.Reasons.Skip(1))}."));
        return remarks;
    }

    private static DateOnly Later(DateOnly tried, DateOnly next) => next > tried ? next : tried.AddDays(1);

    private string Short(DateOnly date) => FrenchDates.Short(date, Today.Year);

    /// <summary>The order as a calendar of one send.</summary>
    private Calendar CalendarOf(DateOnly date)
    {
        var name = _wish.Template[(_wish.Template.LastIndexOf('/') + 1)..];
        var campaign = new Campaign(
            name, _wish.Title, _wish.Type, _wish.Purpose, CampaignScale.OffMedia, _wish.Theme, Seasonal: false, _wish.Priority, [_wish.Caisse],
            _wish.Caisse, CampaignLifecycle.Creation, Reviewed: null, Letter: null, Article: null, Waiver: null, SourcePlaces.None);
        var send = new Send(
            SendId, name, _wish.Population, _wish.Criterion, _wish.Channels, _wish.Template, new FixedMoment(date), SpreadDays: 1, HolidayRule.Next,
            _wish.Window, Waiver: null, Remind: null, Volume: null, CallPercent: 0, Inserts: [], SourcePlaces.None);
        return new Calendar(_wish.Id, _wish.Title, Today.Year, null, [campaign], [], [send]);
    }
}
