using Orchestration.Calendars;
using Orchestration.Messages;
using Orchestration.Planning.Estimates;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A day that asks more of the gateway or of the call centre than they can do (domain.md B3; A13, row 193).</summary>
internal static class CapacityCheck
{
    public static IEnumerable<Finding> Gateway(PlanState state)
    {
        var capacity = state.Rules.Capacity;
        return Over(state, share => share.Emails, capacity.EmailsPerDay, "e-mails", Channel.Email)
            .Concat(Over(state, share => share.Sms, capacity.SmsPerDay, "SMS", Channel.Sms))
            .Concat(PerHour(state))
            .Concat(Awaited(state));
    }

    public static IEnumerable<Finding> CallCentre(PlanState state) =>
        from day in Days(state, share => share.Calls, state.Rules.Capacity.CallsPerDay)
        select Finding.At(
            day.Largest.Step.Send, "calls",
            French.Text($"Le {FrenchDates.Short(day.Date, state.Year)}, les envois feraient appeler {FrenchNumbers.Of(day.Total)} personnes au 3646, ")
                + French.Text($"qui peut en prendre {FrenchNumbers.Of(state.Rules.Capacity.CallsPerDay)} de plus : {Names(day.Shares)}."),
            French.Text($"Étalez « {day.Largest.Step.Send.Id} » sur plus de jours.")) with
        {
            Movables = [new SpreadableSend(day.Largest.Step.Send), new MovableSend(day.Largest.Step.Send)],
        };

    private static IEnumerable<Finding> Over(PlanState state, Func<DayShare, long> count, long most, string name, Channel channel) =>
        from day in Days(state, count, most)
        select Finding.At(
            day.Largest.Step.Send, "spread",
            French.Text($"Le {FrenchDates.Short(day.Date, state.Year)} demande {FrenchNumbers.Of(day.Total)} {name}, ")
                + French.Text($"pour une capacité de {FrenchNumbers.Of(most)} par jour : {Names(day.Shares)}."),
            French.Text($"Étalez « {day.Largest.Step.Send.Id} » sur plus de jours, ou changez sa date.")) with
        {
            Subject = $"{day.Largest.Step.Send.Name}|{channel}",
            Movables = [new SpreadableSend(day.Largest.Step.Send), new MovableSend(day.Largest.Step.Send)],
        };

    private static IEnumerable<Finding> PerHour(PlanState state)
    {
        var capacity = state.Rules.Capacity;
        foreach (var step in state.Steps.Where(step => step.Days.Count > 0))
        {
            if (state.Audiences.VolumeOf(step) is not { } volume)
            {
                continue;
            }

            var slots = step.Planned.Zones.First(zone => zone.Slots.Count > 0).Slots;
            var hours = slots.Min(slot => (slot.End - slot.Start).TotalHours) * step.Days.Count;
            if (volume.Emails > capacity.EmailsPerHour * hours || volume.Sms > capacity.SmsPerHour * hours)
            {
                yield return Finding.At(
                    step.Send, "spread",
                    French.Text($"« {step.Name} », {FrenchNumbers.Of(volume.Messages)} messages, ne tient pas dans ses créneaux : ")
                        + French.Text($"la passerelle prend {FrenchNumbers.Of(capacity.EmailsPerHour)} e-mails et {FrenchNumbers.Of(capacity.SmsPerHour)} SMS par heure."),
                    French.Text($"Étalez l'envoi sur plus de jours, ou élargissez sa plage horaire.")) with
                {
                    Subject = $"{step.Send.Name}|heure",
                    Movables = [new SpreadableSend(step.Send)],
                };
            }
        }
    }

    /// <summary>What waits for its trigger must fit into a day too: on the day of a peak it is too late to learn that it does not.</summary>
    private static IEnumerable<Finding> Awaited(PlanState state) =>
        from send in state.Calendar.Sends
        where send.Moment is TriggeredMoment moment && !state.Inputs.Raised.ContainsKey(moment.Trigger)
        let volume = AudienceBook.Split(send.Volume ?? 0, send.Channels)
        let capacity = state.Rules.Capacity
        where volume.Emails / send.SpreadDays > capacity.EmailsPerDay || volume.Sms / send.SpreadDays > capacity.SmsPerDay
        select Finding.At(
            send, "spread",
            French.Text($"« {send.Id} », {FrenchNumbers.Of(volume.Messages)} messages, dépasserait la capacité d'un jour quand son déclencheur sera levé : ")
                + French.Text($"{FrenchNumbers.Of(capacity.EmailsPerDay)} e-mails et {FrenchNumbers.Of(capacity.SmsPerDay)} SMS."),
            French.Text($"Étalez l'envoi sur plus de jours.")) with
        {
            Subject = $"{send.Name}|attente",
            Movables = [new SpreadableSend(send)],
        };

    private static IEnumerable<FullDay> Days(PlanState state, Func<DayShare, long> count, long most) =>
        from day in DailyLoad.Of(state)
        let total = day.Sum(count)
        where total > most
        let shares = day.Where(share => count(share) > 0).OrderByDescending(count).ThenBy(share => share.Step.Name, StringComparer.Ordinal).ToList()
        orderby day.Key
        group new FullDay(day.Key, total, shares) by shares[0].Step.Send.Name into days
        select days.MaxBy(day => day.Total);

    private static string Names(IReadOnlyList<DayShare> shares) => French.And([.. shares.Take(3).Select(share => share.Step.Name)]);

    private sealed record FullDay(DateOnly Date, long Total, IReadOnlyList<DayShare> Shares)
    {
        public DayShare Largest => Shares[0];
    }
}
