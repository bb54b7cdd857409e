using Orchestration.Audience;
using Orchestration.Planning.Estimates;
using Orchestration.Planning.Views;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A week that asks much of a public, and a last quarter that holds most of the year (domain.md A4, row 62; D, conflict h).</summary>
internal static class CongestionCheck
{
    private const int FirstMonthOfLastQuarter = 10;

    public static IEnumerable<Finding> Weeks(PlanState state)
    {
        var weeks = DailyLoad.Of(state)
            .SelectMany(day => day, (day, share) => (Week: IsoWeek.Of(day.Key), Share: share))
            .GroupBy(entry => (entry.Week, entry.Share.Step.Send.Population), entry => entry.Share);
        foreach (var week in weeks.OrderBy(week => week.Key.Week).ThenBy(week => week.Key.Population))
        {
            var total = week.Sum(part => part.Messages);
            if (state.Rules.Headcounts.TryGetValue(week.Key.Population, out var people)
                && state.Rules.Congestion.WeeklyPerHead.TryGetValue(week.Key.Population, out var share) && total > people * share)
            {
                yield return Week(state, week.Key.Week, total, people, [.. week]);
            }
        }
    }

    public static IEnumerable<Finding> LastQuarter(PlanState state)
    {
        var shares = DailyLoad.Of(state)
            .Where(day => day.Key.Year == state.Year)
            .SelectMany(day => day, (day, share) => (day.Key.Month, Share: share))
            .Where(entry => entry.Share.Step is { IsRecurring: false, Send.Population: Population.Insured })
            .ToList();
        var year = shares.Sum(entry => entry.Share.Emails);
        var late = shares.Where(entry => entry.Month >= FirstMonthOfLastQuarter).ToList();
        var quarter = late.Sum(entry => entry.Share.Emails);
        if (year == 0 || quarter < year * state.Rules.Congestion.LastQuarterShare)
        {
            yield break;
        }

        var largest = late
            .GroupBy(entry => entry.Share.Step.Campaign)
            .OrderByDescending(campaign => campaign.Sum(entry => entry.Share.Emails)).ThenBy(campaign => campaign.Key.Id, StringComparer.Ordinal)
            .Select(campaign => campaign.Key)
            .ToList();
        var percent = (int)Math.Round(100.0 * quarter / year);
        yield return new Finding(
            "q4", largest[0].Places.Of("id"),
            French.Text($"Le quatrième trimestre porte {percent} % des e-mails de campagne de l'année ({FrenchNumbers.Of(quarter)} sur {FrenchNumbers.Of(year)}), ")
                + French.Text($"surtout {French.And([.. largest.Take(3).Select(campaign => campaign.Id)])}."),
            French.Text($"Avancez la vague d'une campagne sans saison."))
        {
            Movables =
            [
                .. largest.Where(campaign => !campaign.Seasonal)
                    .SelectMany(state.WavesOf).Where(wave => wave.Start.Year == state.Year && wave.Start.Month >= FirstMonthOfLastQuarter)
                    .Select(wave => new MovableWave(wave)),
            ],
        };
    }

    private static Finding Week(PlanState state, IsoWeek week, long total, long people, IReadOnlyList<DayShare> shares)
    {
        var steps = shares.GroupBy(share => share.Step).OrderByDescending(step => step.Sum(share => share.Messages)).Select(step => step.Key).ToList();
        var public_ = ValueNames.Of(steps[0].Send.Population);
        return Finding.At(
            steps[0].Send, MomentKeys.Of(steps[0].Send),
            French.Text($"La semaine du {FrenchDates.Short(week.Monday, state.Year)} porte {FrenchNumbers.Of(total)} messages aux {public_}, ")
                + French.Text($"pour {FrenchNumbers.Of(people)} personnes : {French.And([.. steps.Take(3).Select(step => step.Name)])}."),
            French.Text($"Déplacez l'un de ces envois vers une semaine moins chargée.")) with
        {
            Subject = $"{week}|{steps[0].Send.Population}",
            Movables = [.. steps.Select(step => new MovableSend(step.Send))],
        };
    }
}
