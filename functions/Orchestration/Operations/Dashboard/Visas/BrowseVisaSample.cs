using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>
/// The e-mail that the sample gives, alone, for a frame on the page of the visa: written by people of ours and still kept from running, loading or leading
/// anywhere.
/// </summary>
public sealed class BrowseVisaSample(VisaDossiers dossiers)
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

    [Function(nameof(BrowseVisaSample))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/visas/{send}/{hash}/sample.html")] HttpRequest request,
        string send,
        string hash,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await dossiers.SampleAsync(send, hash, cancellation) is not { } html)
            return PageAnswers.Refuse(request.HttpContext, 404, "Exemple introuvable", "Ce contenu n’a pas d’e-mail à montrer.");
        PageAnswers.Guard(request.HttpContext.Response);
        request.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Text(html, "text/html; charset=utf-8");
    }
}
