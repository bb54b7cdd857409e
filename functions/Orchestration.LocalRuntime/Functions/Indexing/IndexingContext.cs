using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>What indexing looks things up in.</summary>
/// <param name="Configuration">Settings, for <c>%Setting%</c>.</param>
/// <param name="Connections">Connections that bindings name.</param>
/// <param name="Settings">host.json.</param>
/// <param name="Options">The runtime's options.</param>
/// <param name="UsesAspNetCore">True when the app called <c>ConfigureFunctionsWebApplication</c>.</param>
internal sealed partial record IndexingContext(
    IConfiguration Configuration, StorageConnections Connections, HostSettings Settings, LocalRuntimeOptions Options, bool UsesAspNetCore)
{
    /// <summary>Replaces each <c>%Setting%</c>; null, with a problem, when one is missing.</summary>
    public string? Resolve(string text, Problems problems)
    {
        var complete = true;
        var resolved = Setting().Replace(text, match =>
        {
            if (Configuration[match.Groups[1].Value] is { Length: > 0 } value)
                return value;
            problems.Add($"setting '{match.Groups[1].Value}' in '{text}' is not set");
            complete = false;
            return "";
        });
        return complete ? resolved : null;
    }

    /// <summary>Whether a setting takes a function out of service: <c>AzureWebJobs.{function}.Disabled</c>, <c>true</c> or <c>1</c>.</summary>
    public bool IsDisabled(string function) =>
        (Configuration[$"AzureWebJobs.{function}.Disabled"] ?? Configuration[$"AzureWebJobs:{function}:Disabled"])?.ToUpperInvariant() is "TRUE" or "1";

    /// <summary>Reports a connection that is not there.</summary>
    public void RequireConnection(string? connection, string service, Problems problems)
    {
        if (Connections.Problem(connection, service) is { } problem)
            problems.Add(problem);
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
