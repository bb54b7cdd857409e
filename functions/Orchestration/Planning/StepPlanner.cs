using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>Works out every occurrence of every send.</summary>
internal sealed class StepPlanner(
    Calendar calendar, PlanningRules rules, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> raised, ProblemList problems)
{
    private readonly OccurrenceBook book = new(calendar, raised);
    private readonly Dictionary<string, Campaign> campaigns =
        calendar.Campaigns.ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<CaisseZone>> zones = calendar.Campaigns.ToDictionary(
        campaign => campaign.Id, campaign => CaisseZone.Of(campaign.Caisses), StringComparer.Ordinal);

    /// <param name="known">Occurrences of a calendar that differs a little: those that come out the same are taken over.</param>
    public IReadOnlyList<Step> Plan(IReadOnlyList<Step>? known = null)
    {
        var before = (known ?? []).ToLookup(step => step.Send.Name, StringComparer.Ordinal);
        var steps = new List<Step>();
        foreach (var send in calendar.Sends.Where(HasHours))
        {
            var occurrences = book.Of(send);
            if (steps.Count + occurrences.Count > Planner.MaxOccurrences)
            {
                problems.Error(
                    ProblemCodes.TooManyOccurrences, send.Places.Of("id"),
                    $"À partir d'ici, le calendrier dépasse {Planner.MaxOccurrences} dates d'envoi.",
                    $"Répartissez les campagnes entre plusieurs calendriers.");
                break;
            }

            if (occurrences.Count == 0 && send.Moment is RecurringMoment)
            {
                problems.Error(
                    ProblemCodes.NoOccurrence, send.Places.Of("every"),
                    $"La récurrence ne donne aucune date en {calendar.Year}.", $"Choisissez un jour que ces mois ont.");
            }

            steps.AddRange(AreSame(before[send.Name], send, occurrences) ? before[send.Name] : Plan(send, occurrences));
        }

        return steps;
    }

    private static bool AreSame(IEnumerable<Step> before, Send send, IReadOnlyList<Occurrence> occurrences) =>
        before.All(step => ReferenceEquals(step.Send, send))
        && before.Select(step => step.Planned.Date).SequenceEqual(occurrences.Select(occurrence => occurrence.Date));

    private List<Step> Plan(Send send, IReadOnlyList<Occurrence> occurrences)
    {
        var planners = zones[send.Campaign].Select(zone => new ZonePlanner(rules, SendTiming.Of(send), zone, calendar.Year)).ToList();
        return [.. occurrences.Select(occurrence => new Step(campaigns[send.Campaign], send, Plan(send, occurrence, planners)))];
    }

    private PlannedSend Plan(Send send, Occurrence occurrence, IReadOnlyList<ZonePlanner> planners) =>
        SendModel.Of(calendar, campaigns[send.Campaign], send, occurrence.Name, occurrence.Date) with
        {
            Zones = [.. planners.Select(zone => zone.Plan(occurrence))],
            Reminds = send.Remind is not null && book.Reminded(send, occurrence) is { } reminded
                ? SendKey.Parse($"{calendar.Id}.{send.Remind.Replace('/', '.')}.{reminded}")
                : null,
        };

    private bool HasHours(Send send)
    {
        if (SendingHours.LeaveSomething(rules, send.Channels, send.Window))
        {
            return true;
        }

        problems.Error(
            ProblemCodes.WindowEmpty, send.Places.Of("window"),
            $"Aucun jour ne laisse à « {send.Id} » une heure que tous ses canaux permettent dans sa plage.",
            $"Élargissez « window » : la semaine, {French.And([.. send.Channels.Select(channel => Weekdays(channel))])}.");
        return false;
    }

    private string Weekdays(Channel channel) =>
        SendingHours.On(rules, channel, DayOfWeek.Monday, isHoliday: false) is { } hours
            ? French.Text($"{ChannelNames.Many(channel)} partent de {FrenchDates.Hour(hours.Start)} à {FrenchDates.Hour(hours.End)}")
            : French.Text($"{ChannelNames.Many(channel)} ne partent pas");
}
