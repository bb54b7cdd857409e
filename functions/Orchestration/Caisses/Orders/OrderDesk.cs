using Microsoft.Extensions.Options;
using Orchestration.Campaigns.Revisions;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>Plans wishes against what is known now: the rules, the national campaigns in force, business time.</summary>
public sealed class OrderDesk(NationalWaves waves, IOptions<PlanningRules> rules, IOptions<CaisseOptions> options, Clocks clocks)
{
    public async Task<OrderPlanning> PlanAsync(OrderWish wish, CancellationToken cancellation)
    {
        var clearance = new LocalClearance(await waves.ReadAsync(cancellation), rules.Value.Campaigns.LocalDistanceDays);
        return new OrderPlanner(rules.Value, clearance, options.Value.MostDaysAhead, clocks.Business.GetUtcNow()).Plan(wish);
    }
}
