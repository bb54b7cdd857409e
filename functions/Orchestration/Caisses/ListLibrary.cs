using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Orchestration.Caisses.Library;
using Orchestration.Caisses.Views;
using Orchestration.Http;
using Orchestration.Http.OpenApi;
using Orchestration.Planning;
using Orchestration.Security;

namespace Orchestration.Caisses;

/// <summary>Models that caisses order, and layouts that they fill in.</summary>
public sealed class ListLibrary(LibraryCatalog catalog, IOptions<PlanningRules> rules, IOptions<CaisseOptions> options)
{
    [Function(nameof(ListLibrary))]
    [Describes("Liste les modèles à commander et les gabarits à remplir.", Response = typeof(LibraryList))]
    [Allow(Role.Caisse, Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/library")] HttpRequest request, CancellationToken cancellation)
    {
        var entries = await catalog.AllAsync(cancellation);
        return ETags.JsonWithETag(request, new LibraryList([.. entries.Select(entry => LibraryView.Of(entry, rules.Value, options.Value))]));
    }
}
