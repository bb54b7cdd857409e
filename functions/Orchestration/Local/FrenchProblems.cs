using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.Http;
using Orchestration.Wording;

namespace Orchestration.Local;

/// <summary>What the server answers where no function did, as the functions would: in French.</summary>
internal static class FrenchProblems
{
    public static IServiceCollection AddFrenchProblems(this IServiceCollection services) =>
        services.Configure<ProblemDetailsOptions>(options => options.CustomizeProblemDetails = Translate);

    private static void Translate(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var (title, detail) = problem.Status switch
        {
            StatusCodes.Status404NotFound => ("Adresse inconnue", "Rien ne répond à cette adresse ; « GET /api/openapi.json » les donne toutes."),
            StatusCodes.Status405MethodNotAllowed => ("Méthode non permise", "Cette adresse ne connaît pas cette méthode ; l'en-tête « Allow » donne les siennes."),
            StatusCodes.Status413PayloadTooLarge => ("Corps trop long", "Envoyez un corps plus court."),
            >= StatusCodes.Status500InternalServerError => ("Erreur interne", "La demande n'a pas abouti ; réessayez."),
            _ => ("Requête refusée", "Le serveur n'a pas pu lire cette requête."),
        };
        var french = new ProblemBody(problem.Status ?? StatusCodes.Status500InternalServerError, title, French.Typeset(detail));
        (problem.Type, problem.Title, problem.Detail) = (french.Type, french.Title, french.Detail);
        problem.Instance = context.HttpContext.Request.Path;
        problem.Extensions.Clear();
    }
}
