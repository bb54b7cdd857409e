using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Audience.Panels;
using Orchestration.Calendars;
using Orchestration.Campaigns.Visas;
using Orchestration.Messages.Library;
using Orchestration.Planning;
using Orchestration.Planning.Estimates;

namespace Orchestration.Campaigns.Revisions;

/// <summary>Plans a calendar with all that is known at the moment: the rules, the people of the datamart, the visas.</summary>
public sealed class PlanningOutlook(PanelStore panels, ContentLibrary library, VisaStore visas, IOptions<PlanningRules> rules)
{
    /// <summary>Every problem comes with its proposals.</summary>
    /// <param name="calendar">Without errors.</param>
    /// <param name="raised">Dates on which triggers were raised, by name.</param>
    /// <param name="now">Business time.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<CalendarPlan> PlanAsync(
        Calendar calendar, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> raised, DateTimeOffset now, CancellationToken cancellation)
    {
        var (panel, problems) = await PanelAsync(cancellation);
        var inputs = new PlanningInputs { Raised = raised, Panel = panel };
        var sends = Planner.Plan(calendar, rules.Value, now, inputs).Sends;
        var plan = Planner.PlanWithProposals(
            calendar, rules.Value, now, inputs with { Visas = await GrantedAsync(sends, now, cancellation) });
        return plan with { Problems = [.. plan.Problems, .. problems] };
    }

    /// <summary>A datamart that cannot be sampled is no reason to refuse a calendar; the planner learns that nobody looked.</summary>
    private async Task<(IAudiencePanel? Panel, IReadOnlyList<CalendarProblem> Problems)> PanelAsync(CancellationToken cancellation)
    {
        try
        {
            return (await panels.CurrentAsync(cancellation), []);
        }
        catch (InvalidDatamartException error)
        {
            var problems = new ProblemList();
            problems.Warn(
                ProblemCodes.AudienceUnknown, SourcePlace.File,
                $"Les volumes et la fréquence des contacts n'ont pas pu être estimés : {error.Message}",
                $"Livrez un datamart sain, puis déposez le calendrier à nouveau.");
            return (null, problems.InOrder());
        }
    }

    /// <summary>Of the sends whose preparation is near, those whose content as it stands has its visa.</summary>
    private async Task<IReadOnlySet<SendKey>> GrantedAsync(IReadOnlyList<PlannedSend> sends, DateTimeOffset now, CancellationToken cancellation)
    {
        // Working days are fewer than days: twice as many cover them.
        var horizon = now.AddDays((2 * rules.Value.VisaLeadDays) + 7);
        var granted = new HashSet<SendKey>();
        foreach (var send in sends.Where(send => send.ActiveZones().Any(zone => zone.PrepareAt >= now && zone.PrepareAt <= horizon)))
        {
            if (await library.ResolveAsync(send, cancellation) is { } content
                && await visas.StatusAsync(send.Key, content.Hash, cancellation) == VisaStatus.Granted)
                granted.Add(send.Key);
        }

        return granted;
    }
}
