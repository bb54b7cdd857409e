using Microsoft.AspNetCore.Http;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Security;
using Orchestration.Storage;
using Orchestration.Wording;

namespace Orchestration.Caisses.Orders;

/// <summary>What caisses are answered, ready-made and custom alike.</summary>
internal static class OrderAnswers
{
    private const string DryRun = "dry-run";

    public static IResult NoSuchCaisse() => Problems.Of(404, "Caisse inconnue", "Aucune caisse n'a cet identifiant.");

    /// <summary>The same for an order of another caisse and for one that never was.</summary>
    public static IResult NoSuchCampaign() => Problems.Of(404, "Campagne inconnue", "Cette caisse n'a pas de campagne de ce nom.");

    /// <summary>409, with the next possible date, if there is one, as an extension member.</summary>
    public static IResult Busy(OrderCollision collision) => new ProblemResult(
        new ProblemBody(StatusCodes.Status409Conflict, "Campagne nationale sur le même thème", collision.Reason)
        {
            Members = collision.NextPossibleDate is { } next ? new Dictionary<string, object> { ["nextPossibleDate"] = next } : null,
        });

    /// <summary>201, with the address and the order as it was placed.</summary>
    public static IResult Created(Order order)
    {
        var view = OrderView.Of(order);
        return new CreatedResult(view.Path, view);
    }

    /// <summary>Adds what planning found, at its place in the body.</summary>
    public static void Add(this Faults faults, OrderPlanning planning)
    {
        foreach (var fault in planning.Faults)
            faults.Add($"/{fault.Field}", fault.Detail, fault.Mend);
    }

    /// <summary>Whether nothing is to be placed: <c>?dry-run=true</c>.</summary>
    /// <returns>Or 400 for another value, or another parameter.</returns>
    public static (bool IsDryRun, IResult? Problem) ReadDryRun(this HttpRequest request)
    {
        var faults = new Faults();
        // A slip of the pen in its name would place what was only to be tried.
        foreach (var other in request.Query.Keys.Where(name => name != DryRun))
            faults.Add($"?{other}", French.Text($"Le paramètre « {other} » n'est pas connu ici."), "Pour essayer sans rien commander, écrivez « ?dry-run=true ».");
        if (request.Query.TryGetValue(DryRun, out var value) && value is not ["true" or "false"])
            faults.Add($"?{DryRun}", "« dry-run » n'est ni vrai ni faux.", "Écrivez « ?dry-run=true », ou retirez-le.");
        return faults.Any ? (false, HttpProblems.BadRequest(faults)) : (value == "true", null);
    }

    private sealed class CreatedResult(string path, OrderView view) : IResult, IStatusCodeHttpResult, IValueHttpResult
    {
        public int? StatusCode => StatusCodes.Status201Created;

        public object Value => view;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            ArgumentNullException.ThrowIfNull(httpContext);
            httpContext.Response.Headers.Location = path;
            return Results.Json(view, Json.Options, statusCode: StatusCodes.Status201Created).ExecuteAsync(httpContext);
        }
    }
}
