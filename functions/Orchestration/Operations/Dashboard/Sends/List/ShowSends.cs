using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Pages;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Sends;

/// <summary>The first page of the dashboard: every send, with its progress; filters, order and page are in the address.</summary>
public sealed class ShowSends(DashboardPages pages, SendBoard board, Clocks clocks)
{
    private const int PageSize = 50;

    [Function(nameof(ShowSends))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = await pages.StartAsync(context, request, "Envois", DashboardSection.Sends, cancellation);
        var filter = SendFilter.Of(request.Query);
        var sort = Enum.TryParse<SendSort>(request.Query["sort"], true, out var asked) && Enum.IsDefined(asked) ? asked : SendSort.Near;
        var all = await board.ReadAsync(client, cancellation);
        var found = SendSorts.Sort(all.Where(filter.Holds), sort, clocks.Business.GetUtcNow());
        var pager = Pager.Of(request.Query["page"], found.Count, PageSize);

        SendTiles.Write(page.Markup, filter, all);
        SendFilterForm.Write(page.Markup, filter, sort, all);
        WriteSummary(page.Markup, found);
        if (page.Offers(Role.Operator) && found.Count > 0)
            BulkLinks.Write(page.Markup, filter);
        var shown = await board.ShowAsync(pager.Take(found), client, cancellation);
        if (shown.Count == 0)
            WriteNothing(page.Markup, isFiltered: all.Count > 0);
        else
            SendTable.Write(page.Markup, shown, clocks.Business.GetUtcNow());
        pager.Write(page.Markup, number => $"{PageAnswers.Home}?{filter.Query(("sort", sort.ToString()), ("page", number.ToString(CultureInfo.InvariantCulture)))}");
        return page.Answer();
    }

    private static void WriteNothing(HtmlMarkup page, bool isFiltered)
    {
        if (isFiltered)
            page.Add($"""<p class="card">Aucun envoi ne correspond. Élargissez la recherche, ou <a href="{PageAnswers.Home}">affichez tous les envois</a>.</p>""");
        else
            page.Add($"""<p class="card">Aucun envoi n'est encore prévu. Déposez un calendrier : ses <a href="{PageAnswers.Home}/revisions">révisions</a> disent ce qu'il en advient.</p>""");
    }

    private static void WriteSummary(HtmlMarkup page, IReadOnlyList<BoardRow> found)
    {
        var states = found.GroupBy(row => row.State).OrderBy(group => group.Key)
            .Select(group => BoardStates.CountOf(group.Key, group.Count()));
        page.Add($"""
            <p id="summary" data-live><strong>{French.Count(found.Count, "envoi", "envois")}</strong> <span class="soft">{string.Join(", ", states)}</span></p>
            """);
    }
}
