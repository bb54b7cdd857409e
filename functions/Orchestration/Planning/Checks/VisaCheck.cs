using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A content that still has no visa when its preparation is near.</summary>
internal static class VisaCheck
{
    public static IEnumerable<Finding> Find(PlanState state)
    {
        if (state.Inputs.Visas is not { } granted)
        {
            yield break;
        }

        var office = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var today = LocalTime.DateOf(state.Now, office);
        var horizon = WorkingDays.Add(today, state.Rules.VisaLeadDays);
        foreach (var step in state.Steps.Where(step => step.Days.Count > 0 && !granted.Contains(step.Planned.Key)))
        {
            var needed = LocalTime.DateOf(step.Planned.ActiveZones().Min(zone => zone.PrepareAt), office);
            if (needed >= today && needed <= horizon)
            {
                yield return Finding.At(
                    step.Send, "template",
                    French.Text($"« {step.Name} » n'a pas encore de visa, et il le faut le {FrenchDates.Short(needed, state.Year)}."),
                    French.Text($"Faites viser le modèle « {step.Send.Template} » d'ici là, ou reculez l'envoi."));
            }
        }
    }
}
