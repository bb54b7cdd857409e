using Orchestration.Audience;
using Orchestration.Planning.Estimates;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>
/// People who would be contacted too often, estimated on the sample (domain.md A5, row 91; D, « Arbitrage proposé »). Each person's
/// own pressure is settled again when a send is prepared; this is what a planner can still mend.
/// </summary>
internal static class PressureCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        foreach (var population in (Population[])[Population.Insured, Population.Professionals])
        {
            if (state.Audiences.SizeOf(population) > 0)
            {
                foreach (var finding in Find(state, population))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Find(PlanState state, Population population)
    {
        var tally = ContactTally.Of(state, population);
        foreach (var pair in tally.TooClose)
        {
            var (send, other) = (pair.Send, pair.Other);
            yield return Finding.At(
                send.Send, MomentKeys.Of(send.Send),
                French.Text($"« {send.Name} » ({send.Campaign.Id}), le {FrenchDates.Short(send.Days[0], state.Year)}, ")
                    + French.Text($"toucherait {Percent(pair.Share)} % de ses destinataires {Beside(send, other)} « {other.Name} » ({other.Campaign.Id})."),
                French.Text($"Laissez {French.Count(state.Rules.Pressure.GapDays, "jour", "jours")} entre les deux, ou séparez leurs audiences.")) with
            {
                Subject = $"{send.Send.Name}|{other.Send.Name}",
                Movables = Movables(send, other),
            };
        }

        foreach (var step in tally.TooMany)
        {
            var names = French.And([.. step.Others.Take(4).Select(other => French.Text($"« {other.Name} » ({FrenchDates.DayMonth(other.Days[0], state.Year)})"))]);
            yield return Finding.At(
                step.Step.Send, MomentKeys.Of(step.Step.Send),
                French.Text($"« {step.Step.Name} » ({step.Step.Campaign.Id}), le {FrenchDates.Short(step.Step.Days[0], state.Year)}, ")
                    + French.Text($"serait un message de trop en {step.WindowDays} jours pour {Percent(step.Share)} % de ses destinataires, après {names}."),
                French.Text($"Au plus {French.Count(step.Most, "message", "messages")} en {step.WindowDays} jours : déplacez l'un de ces envois ou resserrez son audience.")) with
            {
                Subject = $"{step.Step.Send.Name}|fenêtre",
                Movables = Movables([step.Step, .. step.Others]),
            };
        }
    }

    private static IReadOnlyList<Movable> Movables(params IReadOnlyList<Step> steps) =>
        [.. steps.DistinctBy(step => step.Send.Name).OrderBy(step => step.Campaign.Priority).Select(step => new MovableSend(step.Send))];

    private static string Beside(Step send, Step other)
    {
        var days = send.Days[0].DayNumber - other.Days[0].DayNumber;
        return days switch
        {
            0 => "le même jour que",
            > 0 => French.Text($"{French.Count(days, "jour", "jours")} après"),
            _ => French.Text($"{French.Count(-days, "jour", "jours")} avant"),
        };
    }

    private static int Percent(double share) => (int)Math.Round(100 * share);
}
