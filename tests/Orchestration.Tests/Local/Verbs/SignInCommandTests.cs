using System.CommandLine;
using Orchestration.Local.Verbs;
using Orchestration.Security;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Local.Verbs;

public sealed class SignInCommandTests
{
    [Fact]
    public async Task SignIn_Roles_PrintsALinkThatOpensThatSession()
    {
        var storage = await AppStorage.TakeAsync();

        var (exit, output, _) = await RunAsync(storage, "paul.valery --role planner,validator --port 7999");

        Assert.Equal(0, exit);
        Assert.StartsWith("http://127.0.0.1:7999/api/operations/sign-in?code=", output, StringComparison.Ordinal);
        var sessions = Sessions(storage);
        var session = await sessions.BeginAsync(output.Trim().Split('=')[1], default);
        var caller = await sessions.FindAsync(session, default);
        Assert.Equal(("paul.valery", Role.Planner | Role.Validator), (caller!.Id, caller.Role));
    }

    [Theory]
    [InlineData("paul.valery")]
    [InlineData("paul.valery --role caisse")]
    [InlineData("paul.valery --role chef")]
    public async Task SignIn_RoleThatIsNotForPeople_IsRefused(string line)
    {
        var (exit, output, remarks) = await RunAsync(await AppStorage.TakeAsync(), line);

        Assert.Equal(1, exit);
        Assert.DoesNotContain("code=", output, StringComparison.Ordinal);
        Assert.NotEmpty(remarks);
    }

    private static Task<(int Exit, string Output, string Remarks)> RunAsync(AppStorage storage, string line) => Verb.RunAsync(
        new RootCommand { SignInCommand.Create((_, _) => Task.FromResult((Sessions(storage), (IAsyncDisposable)new Nothing()))) }, ["sign-in", .. line.Split(' ')]);

    private static SessionStore Sessions(AppStorage storage) => new(storage.Containers, storage.Clocks);

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
