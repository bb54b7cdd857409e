using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard.Visas;

/// <summary>One content that waits for its visa, or has it: all that is needed to decide, and the form to decide with.</summary>
public sealed class BrowseVisa(DashboardPages pages, VisaDossiers dossiers)
{
    [Function(nameof(BrowseVisa))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/operations/visas/{send}/{hash}")] HttpRequest request,
        string send,
        string hash,
        FunctionContext context,
        CancellationToken cancellation)
    {
        if (await dossiers.FindAsync(send, hash, cancellation) is not { } dossier)
            return await pages.RefuseAsync(context, request, 404, "Visa inconnu", "Aucun visa n’est demandé pour ce contenu.", cancellation, VisaListPart.Address);
        var title = VisaListPart.TitleOf(dossier.Request);
        var page = await pages.StartAsync(context, request, title, DashboardSection.Visas, cancellation, VisaStyle.Sheet);
        VisaPart.Write(page.Markup, dossier);
        VisaForm.Write(page, dossier);
        return page.Answer();
    }
}
