using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Orchestration.Local.Steps;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Storage;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>The verbs of the console program.</summary>
internal static class Commands
{
    /// <summary>After Ctrl-C; work in hand is finished first.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] args)
    {
        SetUpConsole();
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration
            {
                ProcessTerminationTimeout = LongestStop,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (Exception error) when (error is LocalToolException or FunctionAppException)
        {
            // What the user can mend needs no stack.
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>What goes to a file has neither colours nor the width of a screen.</summary>
    private static void SetUpConsole()
    {
        if (AnsiConsole.Profile.Out.IsTerminal)
            return;
        AnsiConsole.Profile.Capabilities.Ansi = false;
        AnsiConsole.Profile.Width = VerbConsole.FileWidth;
    }

    internal static RootCommand Root()
    {
        var folder = CommonOptions.Folder();
        var port = new Option<int>("--port") { Description = "Port of the HTTP functions; a free one is taken when it is in use.", DefaultValueFactory = _ => 7071 };
        var steps = new Option<bool>("--steps") { Description = "Business time stands still, and moves on when the verb 'time' says so: to try campaigns out." };
        var root = new RootCommand("Orchestration: the relational-marketing pipeline, on this machine. Without a verb: runs it in real time.")
        {
            folder, port, steps, DemoCommand.Create(), PlanCommand.Create(), ConvertCommand.Create(), WorkbookCommand.Create(), PreviewCommand.Create(), SendTestCommand.Create(),
            KeysCommand.Create(), SignInCommand.Create(), UploadCommand.Create(), ReportsCommand.Create(), TimeCommand.Create(),
        };
        root.SetAction(async (parsed, cancellation) =>
        {
            using var host = LocalApp.Build(Options(Path.GetFullPath(parsed.GetValue(folder)!), parsed.GetValue(port), parsed.GetValue(steps)));
            await host.RunAsync(cancellation);
            return 0;
        });
        return root;
    }

    /// <summary>A folder that was started in steps goes on so.</summary>
    private static LocalAppOptions Options(string folder, int port, bool inSteps)
    {
        var place = new StepsFolder(folder);
        if (!inSteps && !place.IsOne)
            return new LocalAppOptions(folder, port);
        place.Begin();
        return new LocalAppOptions(folder, port, Clocks.RealTime.Business.GetUtcNow(), InSteps: true);
    }
}
