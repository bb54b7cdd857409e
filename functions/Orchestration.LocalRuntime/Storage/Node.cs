using System.Diagnostics;
using System.Globalization;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>Node.js, which Azurite runs on.</summary>
internal static class Node
{
    private const int OldestMajor = 20;

    /// <summary>Makes sure that a Node.js recent enough is on the path.</summary>
    /// <exception cref="LocalToolException">It is missing or too old.</exception>
    public static async Task RequireAsync(CancellationToken cancellation)
    {
        var version = "";
        var exit = await ToolProcess.RunAsync(new ProcessStartInfo("node", "--version"), line => version = line.Trim(), cancellation);
        if (exit is null)
        {
            throw new LocalToolException(
                $"Node.js was not found. The local storage (Azurite) needs Node.js {OldestMajor} or newer: "
                + "install it from https://nodejs.org and start again.");
        }

        if (exit != 0 || Major(version) is not { } major || major < OldestMajor)
        {
            throw new LocalToolException(
                $"Node.js {version} is too old. The local storage (Azurite) needs Node.js {OldestMajor} or newer: "
                + "update it from https://nodejs.org and start again.");
        }
    }

    /// <summary>The major number of <c>v20.11.1</c>; null when the text is no version.</summary>
    internal static int? Major(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) ? major : null;
}
