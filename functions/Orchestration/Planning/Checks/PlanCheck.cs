namespace Orchestration.Planning.Checks;

/// <summary>One rule that a plan is held against.</summary>
/// <param name="Id">Stable, for settings, machines and tests; see <see cref="Calendars.ProblemCodes"/>.</param>
/// <param name="Severity">When no setting says otherwise.</param>
/// <param name="Source">Where the rule comes from, in domain.md; null for the project's own sense.</param>
/// <param name="Find">Every fault.</param>
internal sealed record PlanCheck(string Id, CheckSeverity Severity, string? Source, Func<PlanState, IEnumerable<Finding>> Find)
{
    /// <summary>True when no setting may weaken it.</summary>
    public bool IsHard { get; init; }
}
