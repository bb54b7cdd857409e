using System.CommandLine;
using Orchestration.Local.Verbs.KeyVerbs;
using Orchestration.Operations.Dashboard;
using Orchestration.Security;

namespace Orchestration.Local.Verbs;

/// <summary>Gives the sessions of an app, and what must be closed afterwards.</summary>
internal delegate Task<(SessionStore Sessions, IAsyncDisposable Place)> OpenSessions(string folder, CancellationToken cancellation);

internal static class SignInCommand
{
    /// <param name="open">Null for the sessions of a folder's app.</param>
    public static Command Create(OpenSessions? open = null)
    {
        var person = new Argument<string>("person") { Description = "Who signs in: recorded with every decision." };
        var role = KeyOptions.RoleOption();
        var port = new Option<int>("--port") { Description = "Where the app answers.", DefaultValueFactory = _ => 7071 };
        var folder = CommonOptions.Folder();
        role.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => token.Value.Split(',').Contains(nameof(Role.Caisse), StringComparer.OrdinalIgnoreCase)))
                given.AddError("The dashboard is for reader, planner, validator and operator; caisses have their own API.");
        });
        var verb = new Command("sign-in", "Prints a link that opens a session on the dashboard, once, within 15 minutes.") { person, role, port, folder };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var (sessions, place) = await (open ?? OpenAsync)(parsed.GetValue(folder)!, cancellation);
            await using (place)
            {
                var code = await sessions.IssueCodeAsync(parsed.GetValue(person)!, parsed.GetValue(role), cancellation);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(LinkOf(parsed.GetValue(port), code).ToString());
            }

            return 0;
        });
        return verb;
    }

    private static Uri LinkOf(int port, string code) => SignIn.LinkOf(new UriBuilder("http", "127.0.0.1", port).Uri, code);

    private static async Task<(SessionStore Sessions, IAsyncDisposable Place)> OpenAsync(string folder, CancellationToken cancellation)
    {
        var tools = await LocalTools.OpenAsync(folder, cancellation);
        return (new SessionStore(tools.Containers, Clocks.RealTime), tools);
    }
}
