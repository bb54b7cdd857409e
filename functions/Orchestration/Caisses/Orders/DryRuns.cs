using Microsoft.Extensions.Options;
using Orchestration.Audience.Datamart;
using Orchestration.Caisses.Views;
using Orchestration.Campaigns.CaisseSends;
using Orchestration.Messages.Templates;
using Orchestration.Planning;

namespace Orchestration.Caisses.Orders;

/// <summary>Tells a caisse what an order would come to, with the code that decides it in earnest.</summary>
public sealed class DryRuns(AudienceCounter counter, IOptions<CaisseOptions> options)
{
    /// <param name="planning">With a plan.</param>
    /// <param name="sample">What the content gives for an invented person.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<DryRunView> RunAsync(OrderPlanning planning, TemplatePreview sample, CancellationToken cancellation)
    {
        var plan = planning.Plan ?? throw new ArgumentException("Nothing is planned.", nameof(planning));
        var view = SampleView.Of(sample);
        var (count, problem) = await CountAsync(plan, cancellation);
        var cost = count is null ? (decimal?)null : Costs.Of(options.Value, count.Queued, view.SmsSegments ?? 0);
        return new DryRunView(
            plan.CampaignTitle, SlotView.Of(plan), count is null ? null : AudienceView.Of(count), view.SmsSegments, cost, view,
            problem is null ? planning.Remarks : [.. planning.Remarks, problem], planning.Collision, planning.Accepted is not null);
    }

    /// <summary>A datamart that cannot be counted now says why; it may be whole when the order is prepared.</summary>
    private async Task<(AudienceCount? Count, string? Problem)> CountAsync(PlannedSend plan, CancellationToken cancellation)
    {
        try
        {
            return (await counter.CountAsync(plan, cancellation), null);
        }
        catch (InvalidDatamartException error)
        {
            return (null, error.Message);
        }
    }
}
