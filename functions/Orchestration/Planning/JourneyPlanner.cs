using Orchestration.Calendars;

namespace Orchestration.Planning;

/// <summary>The journeys of a calendar.</summary>
internal static class JourneyPlanner
{
    public static IReadOnlyList<PlannedJourney> Plan(Calendar calendar)
    {
        var campaigns = calendar.Campaigns.ToDictionary(campaign => campaign.Id, StringComparer.Ordinal);
        return
        [
            .. calendar.Sends
                .Where(send => send.Moment is DailyMoment)
                .OrderBy(send => send.Name, StringComparer.Ordinal)
                .Select(send => Plan(calendar, campaigns[send.Campaign], send, (DailyMoment)send.Moment)),
        ];
    }

    private static PlannedJourney Plan(Calendar calendar, Campaign campaign, Send send, DailyMoment moment)
    {
        var first = new DateOnly(calendar.Year, 1, 1);
        var from = moment.From is { } bound && bound > first ? bound : first;
        var model = SendModel.Of(calendar, campaign, send, OccurrenceNames.Of(from), from);
        return new PlannedJourney(model, from, new DateOnly(calendar.Year, 12, 31), SendTiming.Of(send));
    }
}
