using System.CommandLine;
using Microsoft.Extensions.Hosting;

namespace Orchestration.Local.Verbs;

/// <summary>The verbs of the console program.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args)
    {
        var folder = new Option<string>("--folder") { Description = "Where everything is kept (default: .local).", DefaultValueFactory = _ => ".local" };
        var port = new Option<int>("--port") { Description = "Port of the HTTP functions; a free one is taken when it is in use.", DefaultValueFactory = _ => 7071 };
        var root = new RootCommand("Orchestration: the relational-marketing pipeline, on this machine. Without a verb: runs it in real time.")
        {
            folder, port, DemoCommand.Create(), KeysCommand.Create(), UploadCommand.Create(),
        };
        root.SetAction(async (parsed, cancellation) =>
        {
            using var host = LocalApp.Build(new LocalAppOptions(Path.GetFullPath(parsed.GetValue(folder)!), parsed.GetValue(port)));
            await host.RunAsync(cancellation);
            return 0;
        });
        return root.Parse(args).InvokeAsync();
    }
}
