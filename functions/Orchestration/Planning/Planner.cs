using Orchestration.Calendars;
using Orchestration.Campaigns;
using Orchestration.Messages;
using Orchestration.Planning.Checks;
using Orchestration.Planning.Estimates;
using Orchestration.Wording;

namespace Orchestration.Planning;

/// <summary>From a calendar to slots: pure, it reads no storage and no clock.</summary>
public static class Planner
{
    /// <summary>A national year has a few thousand; far more is a slip of the pen.</summary>
    public const int MaxOccurrences = 50_000;

    /// <param name="calendar">As read, without errors.</param>
    /// <param name="rules">The settings, validated.</param>
    /// <param name="now">Only decides which sends get a warning for being past; all are planned.</param>
    /// <param name="inputs">What else is known; nothing when left out.</param>
    public static CalendarPlan Plan(Calendar calendar, PlanningRules rules, DateTimeOffset now, PlanningInputs? inputs = null)
    {
        var known = inputs ?? PlanningInputs.None;
        var problems = new ProblemList();
        var steps = Steps(calendar, new OccurrenceBook(calendar, known.Raised), rules, problems);
        var state = new PlanState(calendar, steps, rules, now, known, new AudienceBook(known.Panel, calendar.Sends));
        foreach (var objection in PlanChecks.Run(state))
        {
            problems.Add(objection.AsProblem());
        }

        return new CalendarPlan(
            [.. steps.Select(step => step.Planned).OrderBy(send => send.Key.Value, StringComparer.Ordinal)], problems.InOrder())
        {
            Journeys = JourneyPlanner.Plan(calendar),
            Awaited = [.. Awaited(calendar, known)],
            Volumes = Volumes(state),
        };
    }

    private static Dictionary<SendKey, VolumeEstimate> Volumes(PlanState state) =>
        (from step in state.Steps
         let volume = state.Audiences.VolumeOf(step)
         where volume is not null
         select (step.Planned.Key, volume)).ToDictionary(pair => pair.Key, pair => pair.volume);

    private static IEnumerable<AwaitedSend> Awaited(Calendar calendar, PlanningInputs inputs) => calendar.Sends
        .Where(send => send.Moment is TriggeredMoment moment && !inputs.Raised.ContainsKey(moment.Trigger))
        .OrderBy(send => send.Name, StringComparer.Ordinal)
        .Select(send => new AwaitedSend(
            send.Campaign, send.Id, ((TriggeredMoment)send.Moment).Trigger, ((TriggeredMoment)send.Moment).From));

    private static List<Step> Steps(Calendar calendar, OccurrenceBook book, PlanningRules rules, ProblemList problems)
    {
        var campaigns = calendar.Campaigns.ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);
        var zones = calendar.Campaigns.ToDictionary(
            campaign => campaign.Id, campaign => CaisseZone.Of(campaign.Caisses), StringComparer.Ordinal);
        var steps = new List<Step>();
        foreach (var send in calendar.Sends.Where(send => HasHours(send, rules, problems)))
        {
            var occurrences = book.Of(send);
            if (steps.Count + occurrences.Count > MaxOccurrences)
            {
                problems.Error(
                    ProblemCodes.TooManyOccurrences, send.Places.Of("id"),
                    $"À partir d'ici, le calendrier dépasse {MaxOccurrences} dates d'envoi.",
                    $"Répartissez les campagnes entre plusieurs calendriers.");
                break;
            }

            if (occurrences.Count == 0 && send.Moment is RecurringMoment)
            {
                problems.Error(
                    ProblemCodes.NoOccurrence, send.Places.Of("every"),
                    $"La récurrence ne donne aucune date en {calendar.Year}.", $"Choisissez un jour que ces mois ont.");
            }

            var planners = zones[send.Campaign]
                .Select(zone => new ZonePlanner(rules, SendTiming.Of(send), zone, calendar.Year)).ToList();
            steps.AddRange(occurrences.Select(occurrence => new Step(
                campaigns[send.Campaign], send, Planned(calendar, campaigns[send.Campaign], send, occurrence, book, planners))));
        }

        return steps;
    }

    private static bool HasHours(Send send, PlanningRules rules, ProblemList problems)
    {
        if (SendingHours.LeaveSomething(rules, send.Channels, send.Window))
        {
            return true;
        }

        problems.Error(
            ProblemCodes.WindowEmpty, send.Places.Of("window"),
            $"Aucun jour ne laisse à « {send.Id} » une heure que tous ses canaux permettent dans sa plage.",
            $"Élargissez « window » : la semaine, {French.And([.. send.Channels.Select(channel => Weekdays(rules, channel))])}.");
        return false;
    }

    private static string Weekdays(PlanningRules rules, Channel channel) =>
        SendingHours.On(rules, channel, DayOfWeek.Monday, isHoliday: false) is { } hours
            ? French.Text($"{ChannelNames.Many(channel)} partent de {FrenchDates.Hour(hours.Start)} à {FrenchDates.Hour(hours.End)}")
            : French.Text($"{ChannelNames.Many(channel)} ne partent pas");

    private static PlannedSend Planned(
        Calendar calendar, Campaign campaign, Send send, Occurrence occurrence, OccurrenceBook book, IReadOnlyList<ZonePlanner> zones) =>
        SendModel.Of(calendar, campaign, send, occurrence.Name, occurrence.Date) with
        {
            Zones = [.. zones.Select(zone => zone.Plan(occurrence))],
            Reminds = send.Remind is not null && book.Reminded(send, occurrence) is { } reminded
                ? SendKey.Parse($"{calendar.Id}.{send.Remind.Replace('/', '.')}.{reminded}")
                : null,
        };
}
