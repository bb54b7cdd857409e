using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>
/// Which hub a request means (<c>taskHub</c>, <c>connection</c>). The local runtime has one; any other is like a hub that holds nothing.
/// </summary>
internal static class TaskHubChoice
{
    // What the host reads AzureWebJobsStorage for.
    private const string ShortDefault = "Storage";

    /// <exception cref="InvalidOperationException">The connection is not a setting.</exception>
    public static bool IsThisHub(HttpContext http)
    {
        var settings = http.RequestServices.GetRequiredService<HostSettings>();
        return Means(http, "taskHub", settings.Durable.HubName) && IsOwnConnection(http);
    }

    private static bool IsOwnConnection(HttpContext http)
    {
        if (Means(http, "connection", StorageConnections.Default) || Means(http, "connection", ShortDefault))
            return true;
        var name = http.Request.Query["connection"].ToString();
        return http.RequestServices.GetRequiredService<IConfiguration>().GetSection(name).Exists()
            ? false
            : throw new InvalidOperationException($"Unable to resolve the Azure Storage connection named '{name}'.");
    }

    private static bool Means(HttpContext http, string parameter, string own)
    {
        var given = http.Request.Query[parameter].ToString();
        return string.IsNullOrWhiteSpace(given) || given.Equals(own, StringComparison.OrdinalIgnoreCase);
    }
}
