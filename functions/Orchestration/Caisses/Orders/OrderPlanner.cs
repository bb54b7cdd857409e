using Orchestration.Planning;
using Orchestration.Planning.Views;
using Orchestration.Wording;

namespace Orchestration.Caisses.Orders;

/// <summary>
/// Finds the slot of what a caisse orders or writes: pure. It goes through the planner of calendars, so that hours, holidays and closed periods are the
/// same everywhere, and keeps its distance from the national campaigns on its theme.
/// </summary>
/// <param name="rules">The settings of planning.</param>
/// <param name="clearance">From the waves of the calendars in force.</param>
/// <param name="mostDaysAhead">See <see cref="CaisseOptions.MostDaysAhead"/>.</param>
/// <param name="now">Business time.</param>
public sealed class OrderPlanner(PlanningRules rules, LocalClearance clearance, int mostDaysAhead, DateTimeOffset now)
{
    private static readonly OrderPlanning Nothing = new(null, [], [], null);

    public OrderPlanning Plan(OrderWish wish)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (!SendingHours.LeaveSomething(rules, wish.Channels, wish.Window))
            return Nothing with { Faults = [NoHour(wish)] };

        var days = new OrderDays(rules, clearance, wish, now, mostDaysAhead);
        if (days.Outside(wish.Date) is { } outside)
            return Nothing with { Faults = [Mended(outside, days, wish.Date)] };

        var day = days.On(wish.Date);
        if (day.Fault is { } fault)
            return Nothing with { Faults = [Mended(fault, days, wish.Date)] };
        return day.Meets is { } wave
            ? Collide(wish, days, day, wave)
            : new OrderPlanning(day.Plan with { Pinned = wish.Pinned }, day.Remarks, [], null);
    }

    private static OrderPlanning Collide(OrderWish wish, OrderDays days, OrderDay day, OutlinedWave wave)
    {
        var next = days.Next(day.Date);
        var isDeferred = wish.IfBusy == IfBusy.Defer && next is not null;
        var reason = French.Text($"le {Short(day.Date)} est pendant la campagne nationale « {wave.CampaignTitle} », ou trop près d'elle : ")
            + French.Text($"elle est sur le même thème ({wish.Theme}), dans les médias du {Short(wave.Start)} au {Short(wave.End)}");
        var collision = new OrderCollision(wave.CampaignTitle, wave.Start, wave.End, Sentence.Capitalized(reason) + ".", next?.Date, isDeferred);
        return isDeferred
            ? new OrderPlanning(next!.Plan with { Pinned = wish.Pinned }, [French.Text($"L'envoi est reporté au {Short(next.Date)} : ") + reason + "."], [], collision)
            : new OrderPlanning(day.Plan with { Pinned = wish.Pinned }, day.Remarks, [], collision);

        string Short(DateOnly date) => FrenchDates.Short(date, days.Today.Year);
    }

    private static OrderFault Mended(string fault, OrderDays days, DateOnly wished) => new(
        "date", fault,
        days.Next(wished) is { } next ? French.Text($"Choisissez par exemple le {FrenchDates.Long(next.Date)}.")
        : French.Text($"Aucune date n'est possible : choisissez un autre modèle, ou demandez à Dicom de l'ouvrir plus longtemps."));

    private OrderFault NoHour(OrderWish wish) => new(
        "window",
        French.Text($"Aucun jour ne laisse à cet envoi une heure que tous ses canaux permettent")
            + (wish.Window is { } window ? French.Text($" {SlotWords.Hours(window)}.") : "."),
        French.Text($"Élargissez la plage : en semaine, {French.And([.. wish.Channels.Select(Weekdays)])}."));

    private string Weekdays(Messages.Channel channel) =>
        SendingHours.On(rules, channel, DayOfWeek.Monday, isHoliday: false) is { } hours
            ? French.Text($"{ChannelNames.Many(channel)} partent de {FrenchDates.Hour(hours.Start)} à {FrenchDates.Hour(hours.End)}")
            : French.Text($"{ChannelNames.Many(channel)} ne partent pas");
}
