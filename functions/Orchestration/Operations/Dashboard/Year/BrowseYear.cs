using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Planning;
using Orchestration.Security;
using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard.Year;

/// <summary>
/// The year of a calendar in force: <c>?calendar=</c> is its key, the one that came last by default; <c>mois=</c>, from 1, shows that month as a table
/// instead of the drawing.
/// </summary>
public sealed class BrowseYear(DashboardPages pages, YearReader reader, Clocks clocks)
{
    internal const string Month = "mois";

    [Function(nameof(BrowseYear))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/year")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var wanted = request.Query["calendar"].ToString();
        if (await reader.FindAsync(wanted, client, cancellation) is { } view)
        {
            var page = await pages.StartAsync(context, request, French.Text($"Année : {view.Title}"), DashboardSection.Year, cancellation, YearLooks.Sheet);
            YearPart.Write(page.Markup, view, MonthOf(request.Query[Month]), LocalTime.DateOf(clocks.Business.GetUtcNow(), Moments.Office));
            return page.Answer();
        }

        if (wanted.Length > 0)
            return await pages.RefuseAsync(context, request, 404, "Calendrier inconnu", "Aucun calendrier en vigueur ne porte ce nom.", cancellation, YearPart.Address);
        var empty = await pages.StartAsync(context, request, "Année", DashboardSection.Year, cancellation);
        empty.Markup.Add($"""<p>Aucun calendrier n'est encore en vigueur. Déposez-en un, puis confirmez-le s'il le demande : <a href="{PageAnswers.Home}/revisions">révisions</a>.</p>""");
        return empty.Answer();
    }

    /// <summary>What is no month counts as not said.</summary>
    private static int? MonthOf(string? asked) =>
        int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? month : null;
}
