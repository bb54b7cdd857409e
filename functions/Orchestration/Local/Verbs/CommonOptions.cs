using System.CommandLine;

namespace Orchestration.Local.Verbs;

internal static class CommonOptions
{
    public static Option<string> Folder() => new("--folder")
    {
        Description = "Where everything is kept.",
        DefaultValueFactory = _ => ".local",
    };
}
