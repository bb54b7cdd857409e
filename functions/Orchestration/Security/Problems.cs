using Microsoft.AspNetCore.Http;
using Orchestration.Http;
using Orchestration.Wording;

namespace Orchestration.Security;

/// <summary>Answers that refuse: problem details (RFC 9457), in French.</summary>
internal static class Problems
{
    /// <param name="status">HTTP status.</param>
    /// <param name="title">The same words for the same kind of problem: its type is made of them.</param>
    /// <param name="detail">What happened and what to do, typed with plain spaces.</param>
    public static IResult Of(int status, string title, string detail) => new ProblemResult(new ProblemBody(status, title, French.Typeset(detail)));

    public static Task Answer(HttpContext http, int status, string title, string detail) => Of(status, title, detail).ExecuteAsync(http);
}
