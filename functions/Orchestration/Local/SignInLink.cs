using Microsoft.Extensions.Hosting;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.Operations.Dashboard;
using Orchestration.Security;

namespace Orchestration.Local;

/// <summary>At the start, once storage and HTTP answer, prints a link that opens the dashboard for the operator of this machine.</summary>
internal sealed class SignInLink(SessionStore sessions, LocalRuntimeHost runtime, TextWriter output) : IHostedLifecycleService
{
    private const string Person = "operateur";

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var code = await sessions.IssueCodeAsync(Person, Role.Operator, cancellationToken);
        await output.WriteLineAsync($"Tableau de bord (lien à usage unique, 15 minutes) : {SignIn.LinkOf(runtime.Address, code)}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
