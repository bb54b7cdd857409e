using Microsoft.Extensions.Options;
using Orchestration.Calendars;
using Orchestration.Campaigns.Revisions;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>
/// Plans wishes against what is known now: the rules, the national campaigns in force, business time. A deployment that switches the check
/// <c>local-collision</c> off has no distance to keep.
/// </summary>
public sealed class OrderDesk(NationalWaves waves, IOptions<PlanningRules> rules, IOptions<CaisseOptions> options, Clocks clocks)
{
    public async Task<OrderPlanning> PlanAsync(OrderWish wish, CancellationToken cancellation)
    {
        var isKept = rules.Value.Checks.GetValueOrDefault(ProblemCodes.LocalCollision, CheckSeverity.Error) != CheckSeverity.Off;
        var clearance = new LocalClearance(isKept ? await waves.ReadAsync(cancellation) : [], rules.Value.Campaigns.LocalDistanceDays);
        return new OrderPlanner(rules.Value, clearance, options.Value.MostDaysAhead, clocks.Business.GetUtcNow()).Plan(wish);
    }
}
