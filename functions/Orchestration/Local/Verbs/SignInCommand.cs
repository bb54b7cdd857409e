using System.CommandLine;
using Orchestration.Operations.Dashboard;
using Orchestration.Security;

namespace Orchestration.Local.Verbs;

internal static class SignInCommand
{
    private static readonly Role[] People = [Role.Reader, Role.Planner, Role.Validator, Role.Operator];

    public static Command Create()
    {
        var person = new Argument<string>("person") { Description = "Who signs in: recorded with every decision." };
        var role = new Option<Role>("--role") { Description = "reader, planner, validator or operator.", Required = true };
        var port = new Option<int>("--port") { Description = "Where the app answers.", DefaultValueFactory = _ => 7071 };
        var folder = CommonOptions.Folder();
        role.Validators.Add(given =>
        {
            if (!People.Contains(given.GetValueOrDefault<Role>()))
                given.AddError("The role of a person is reader, planner, validator or operator.");
        });
        var verb = new Command("sign-in", "Prints a link that opens a session on the dashboard, once, within 15 minutes.") { person, role, port, folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var tools = await LocalTools.OpenAsync(parsed.GetValue(folder)!, cancellation);
            var sessions = new SessionStore(tools.Containers, Clocks.RealTime);
            var code = await sessions.IssueCodeAsync(parsed.GetValue(person)!, parsed.GetValue(role), cancellation);
            Console.WriteLine(SignIn.LinkOf(new UriBuilder("http", "127.0.0.1", parsed.GetValue(port)).Uri, code));
            return 0;
        });
        return verb;
    }
}
