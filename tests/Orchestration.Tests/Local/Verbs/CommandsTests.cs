using System.CommandLine;
using Orchestration.Local.Verbs;

namespace Orchestration.Tests.Local.Verbs;

public sealed class CommandsTests
{
    public static TheoryData<string> Every => [.. Paths(Commands.Root(), [])];

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Help_EveryVerb_SaysWhatItDoesAndWhatItsOptionsMean(string path)
    {
        var (exit, output, remarks) = await Verb.RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (exit, remarks));
        Assert.Contains("Description:", output, StringComparison.Ordinal);
        var command = path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate((Command)Commands.Root(), (parent, name) => parent.Subcommands.Single(verb => verb.Name == name));
        Assert.All(command.Options.Where(option => !option.Hidden), option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    }

    private static IEnumerable<string> Paths(Command command, string[] above) =>
        [string.Join(' ', above), .. command.Subcommands.SelectMany(verb => Paths(verb, [.. above, verb.Name]))];
}
