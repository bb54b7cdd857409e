using Orchestration.Audience;
using Orchestration.Planning.Estimates;
using Orchestration.Wording;

namespace Orchestration.Planning.Views.Congestion;

/// <summary>From a plan to how much each public gets, week by week: pure.</summary>
public static class CongestionView
{
    private const int Quarters = 4;

    /// <param name="plan">With the volumes that are known; the estimate of a journey is that of one of its days.</param>
    /// <param name="year">Of the calendar.</param>
    public static CongestionMatrix Of(CalendarPlan plan, int year)
    {
        var known = plan.Journeys.Where(journey => plan.Volumes.ContainsKey(journey.Model.Key)).ToList();
        var parts = plan.Sends.SelectMany(send => Parts(send, plan)).Concat(known.SelectMany(journey => Parts(journey, plan))).ToList();
        List<Population> publics = [.. parts.Select(part => part.Population).Distinct().Order()];
        var byWeek = parts.ToLookup(part => IsoWeek.Of(part.Day));
        return new(
            publics,
            [.. Weeks(year, byWeek.Select(week => week.Key)).Select(week => Row(week, [.. byWeek[week]], publics))],
            ByQuarter(parts.Where(part => part.Day.Year == year).ToLookup(part => (part.Day.Month - 1) / 3)),
            Sum(parts),
            [.. plan.Journeys.Except(known).Select(journey => SendNames.PathOf(journey.Model.Key))],
            [.. plan.Awaited.Select(send => $"{send.Campaign}/{send.Send}")]);
    }

    private static IEnumerable<Part> Parts(PlannedSend send, CalendarPlan plan)
    {
        var volume = plan.Volumes.GetValueOrDefault(send.Key);
        return SendShares.Of(send, volume)
            .Select(share => new Part(send.Population, send.Key.Value, share.Day, share.Emails, share.Sms, volume is not null));
    }

    private static IEnumerable<Part> Parts(PlannedJourney journey, CalendarPlan plan)
    {
        var (model, volume) = (journey.Model, plan.Volumes[journey.Model.Key]);
        for (var day = journey.From; day <= journey.Until; day = day.AddDays(1))
        {
            yield return new Part(model.Population, model.Key.Value, day, volume.Emails, volume.Sms, IsKnown: true);
        }
    }

    private static IEnumerable<IsoWeek> Weeks(int year, IEnumerable<IsoWeek> present)
    {
        List<IsoWeek> ends = [IsoWeek.Of(new DateOnly(year, 1, 1)), IsoWeek.Of(new DateOnly(year, 12, 31)), .. present];
        var last = ends.Max();
        for (var week = ends.Min(); week <= last; week = week.Next())
        {
            yield return week;
        }
    }

    private static CongestionRow Row(IsoWeek week, IReadOnlyList<Part> parts, IReadOnlyList<Population> publics) =>
        new(week, [.. publics.Select(population => Sum(parts.Where(part => part.Population == population)))], Sum(parts));

    private static IReadOnlyList<QuarterLoad> ByQuarter(ILookup<int, Part> parts)
    {
        List<Load> loads = [.. Enumerable.Range(0, Quarters).Select(quarter => Sum(parts[quarter]))];
        var year = loads.Sum(load => load.Messages);
        return [.. loads.Select((load, i) => new QuarterLoad(i + 1, load, year == 0 ? null : (double)load.Messages / year))];
    }

    private static Load Sum(IEnumerable<Part> parts)
    {
        var all = parts.ToList();
        return new(
            all.Sum(part => part.Emails),
            all.Sum(part => part.Sms),
            all.DistinctBy(part => part.Send).Count(),
            all.Where(part => !part.IsKnown).DistinctBy(part => part.Send).Count());
    }

    /// <summary>What one send gives a public on one day.</summary>
    private sealed record Part(Population Population, string Send, DateOnly Day, long Emails, long Sms, bool IsKnown);
}
