using Orchestration.Local.Verbs;

namespace Orchestration;

/// <summary>The app on one machine: a console program that runs the functions, or one of its other verbs.</summary>
internal static class Flavour
{
    public static Task<int> RunAsync(string[] args) => Commands.RunAsync(args);
}
