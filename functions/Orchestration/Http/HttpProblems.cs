using Microsoft.AspNetCore.Http;

namespace Orchestration.Http;

/// <summary>Answers that name the faults of a request, every one of them.</summary>
internal static class HttpProblems
{
    /// <summary>422, with the faults as <c>errors: [{pointer, detail, mend}]</c>.</summary>
    public static IResult Unprocessable(Faults faults) => With(StatusCodes.Status422UnprocessableEntity, "Demande à corriger", faults);

    /// <summary>400, for the query and the headers.</summary>
    public static IResult BadRequest(Faults faults) => With(StatusCodes.Status400BadRequest, "Paramètres à corriger", faults);

    private static ProblemResult With(int status, string title, Faults faults) => new(
        new ProblemBody(status, title, faults.All.Count == 1 ? "Une faute est à corriger." : $"{faults.All.Count} fautes sont à corriger.") { Errors = faults.All });
}
