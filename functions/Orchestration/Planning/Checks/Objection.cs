using Orchestration.Calendars;
using Orchestration.Wording;

namespace Orchestration.Planning.Checks;

/// <summary>A finding with the check that made it and what it weighs here.</summary>
internal sealed record Objection(PlanCheck Check, CheckSeverity Severity, Finding Finding)
{
    /// <summary>The same for the same fault, whatever the dates.</summary>
    public (string Check, string Subject) Identity => (Check.Id, Finding.Subject);

    public bool IsWaived => Severity == CheckSeverity.Waivable && Finding.Waiver is not null;

    public CalendarProblem AsProblem()
    {
        var severity = Severity == CheckSeverity.Warning || IsWaived ? Calendars.Severity.Warning : Calendars.Severity.Error;
        var what = IsWaived ? Finding.What + French.Text($" Dérogation : « {Finding.Waiver} ».") : Finding.What;
        var mend = IsWaived ? French.Text($"Rien à faire si la dérogation vaut toujours.")
            : Severity == CheckSeverity.Waivable ? Finding.Mend + French.Text($" Ou motivez la dérogation (waiver).")
            : Finding.Mend;
        var place = Finding.Place;
        return new CalendarProblem(
            Check.Id, severity, place.Line, place.Column, place.Path, what, mend, place.Sheet, Check.Source);
    }
}
