using System.CommandLine;
using Orchestration.Local.Verbs;

namespace Orchestration.Tests.Local.Verbs;

/// <summary>Runs a verb of the console program in this process.</summary>
internal static class Verb
{
    /// <summary>Of the whole program.</summary>
    public static Task<(int Exit, string Output, string Remarks)> RunAsync(params string[] arguments) => RunAsync(Commands.Root(), arguments);

    public static async Task<(int Exit, string Output, string Remarks)> RunAsync(RootCommand root, params string[] arguments)
    {
        using var output = new StringWriter();
        using var remarks = new StringWriter();
        var exit = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = remarks, EnableDefaultExceptionHandler = false });
        return (exit, output.ToString(), remarks.ToString());
    }
}
