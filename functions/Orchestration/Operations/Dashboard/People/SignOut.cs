using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Orchestration.Security;

namespace Orchestration.Operations.Dashboard;

/// <summary>Ends a session.</summary>
public sealed class SignOut(SessionStore sessions, PlatformPeople people, DashboardForms forms)
{
    [Function(nameof(SignOut))]
    [Allow(Role.Reader, Role.Planner, Role.Validator, Role.Operator, Dashboard = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/operations/sign-out")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (_, refusal) = await forms.ReadAsync(request, context, cancellation);
        if (refusal is not null)
            return refusal;
        await sessions.EndAsync(SessionCookie.Read(request), cancellation);
        SessionCookie.Remove(request.HttpContext);
        return PageAnswers.SeeOther(request.HttpContext, people.IsOn ? PlatformPeople.SignOutPath : PageAnswers.SignInPath);
    }
}
