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

/// <summary>One model or layout, with what an invented person would get.</summary>
public sealed class ShowModel(LibraryCatalog catalog, IOptions<PlanningRules> rules, IOptions<CaisseOptions> options)
{
    private static readonly Dictionary<string, LibraryKind> Kinds = new(StringComparer.Ordinal)
    {
        ["library"] = LibraryKind.Library,
        ["custom"] = LibraryKind.Custom,
    };

    [Function(nameof(ShowModel))]
    [Describes("Montre un modèle (kind : library) ou un gabarit (kind : custom), avec un aperçu.", Response = typeof(LibraryView))]
    [Allow(Role.Caisse, Role.Reader, Role.Planner, Role.Validator, Role.Operator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/library/{kind}/{name}")] HttpRequest request,
        string kind,
        string name,
        CancellationToken cancellation)
    {
        if (!Kinds.TryGetValue(kind, out var known) || await catalog.FindAsync(known, name, cancellation) is not { } entry)
            return Problems.Of(404, "Modèle inconnu", "La bibliothèque n'a pas ce modèle : « GET /api/library » les liste.");
        var view = LibraryView.Of(entry, rules.Value, options.Value) with { Sample = SampleView.Of(entry.Model.Package.Preview) };
        return ETags.JsonWithETag(request, view);
    }
}
