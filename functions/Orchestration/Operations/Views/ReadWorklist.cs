using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Orchestration.Http.OpenApi;
using Orchestration.Operations.Views.Worklists;
using Orchestration.Planning.Views;
using Orchestration.Security;

namespace Orchestration.Operations.Views;

/// <summary>The worklist of a week, as JSON, or as a page for those who ask for one.</summary>
public sealed class ReadWorklist(WorklistMaker maker)
{
    [Function(nameof(ReadWorklist))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    [Describes("La semaine : ce qui part, ce qui attend un visa, ce qui est en retard.", Response = typeof(WorklistDocument))]
    [HasQuery("week", "Semaine ISO, telle que « 2027-W41 » ; celle d'aujourd'hui par défaut.", typeof(string))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/calendars/{calendar}/worklist")] HttpRequest request,
        string calendar,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var week = maker.ThisWeek();
        if (request.Query["week"] is [{ Length: > 0 } text] && !IsoWeek.TryParse(text, out week))
            return Problems.Of(400, "Semaine illisible", $"Écrivez la semaine comme « {maker.ThisWeek()} » ; « {text} » n’en est pas une.");
        if (await maker.FindAsync(calendar, week, client, cancellation) is not { } list)
            return Requests.NoSuchCalendar(calendar);
        return request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Results.Bytes(WorklistPage.Write(list), "text/html; charset=utf-8")
            : Results.Json(WorklistDocument.Of(list), Storage.Json.Options);
    }
}
