using Orchestration.Campaigns;

namespace Orchestration.Planning;

/// <summary>
/// A send that goes out every day to those whose day it is: planned once; each day is worked out when somebody matches, so that
/// days without anybody cost nothing.
/// </summary>
/// <param name="Model">Everything but the date: its key is that of the first day, its zones are empty.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="Timing">How its days become slots.</param>
public sealed record PlannedJourney(PlannedSend Model, DateOnly From, DateOnly Until, SendTiming Timing)
{
    private const string Reason = "chaque jour, pour les personnes dont c’est le jour";

    /// <summary>What names it as a whole; no day has this key, nor any send that takes its place.</summary>
    public SendKey Key => SendKey.Parse($"{Model.Key.Series}.{OccurrenceNames.Daily}");

    /// <summary>The same journey, for some of its caisses.</summary>
    public PlannedJourney In(IReadOnlyList<string> caisses) => this with { Model = Model with { Caisses = caisses } };

    /// <summary>The send of one day, slots and all.</summary>
    /// <param name="date">A day from <see cref="From"/> to <see cref="Until"/>.</param>
    /// <param name="rules">The settings.</param>
    public PlannedSend On(DateOnly date, PlanningRules rules)
    {
        var name = OccurrenceNames.Of(date);
        var occurrence = new Occurrence(name, date, Reason);
        var parts = Model.Key.Value.Split('.');
        return Model with
        {
            Key = SendKey.Create(parts[0], parts[1], parts[2], name),
            Date = date,
            Reference = date,
            Zones = [.. CaisseZone.Of(Model.Caisses).Select(zone => new ZonePlanner(rules, Timing, zone, date.Year).Plan(occurrence))],
        };
    }
}
