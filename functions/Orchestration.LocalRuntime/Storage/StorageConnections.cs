using System.Collections.Concurrent;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>
/// Storage clients by the name of a connection setting. Setting <c>X</c> holds a connection string, or <c>X__blobServiceUri</c> and
/// <c>X__queueServiceUri</c> name the services, reached with the identity of the process (<c>X__clientId</c> for a user-assigned one).
/// </summary>
public sealed class StorageConnections(IConfiguration configuration)
{
    /// <summary>The host's own connection, and that of a binding which names none.</summary>
    public const string Default = "AzureWebJobsStorage";

    private readonly ConcurrentDictionary<string, BlobServiceClient> _blobs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, QueueServiceClient> _queues = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public BlobServiceClient Blobs(string? connection) => _blobs.GetOrAdd(connection ?? Default, name =>
        configuration[name] is { Length: > 0 } text
            ? new BlobServiceClient(text)
            : new BlobServiceClient(Service(name, "blobServiceUri"), Credential(name)));

    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public QueueServiceClient Queues(string? connection) => _queues.GetOrAdd(connection ?? Default, name =>
        configuration[name] is { Length: > 0 } text
            ? new QueueServiceClient(text)
            : new QueueServiceClient(Service(name, "queueServiceUri"), Credential(name)));

    /// <summary>Why a connection cannot be used for blobs or queues; null when it can.</summary>
    /// <param name="connection">Name of the setting.</param>
    /// <param name="service"><c>blob</c> or <c>queue</c>.</param>
    internal string? Problem(string? connection, string service)
    {
        var name = connection ?? Default;
        return configuration[name] is { Length: > 0 } || configuration[$"{name}:{service}ServiceUri"] is { Length: > 0 }
            ? null
            : $"connection '{name}' is not set: give setting '{name}' a connection string, or '{name}__{service}ServiceUri' an address";
    }

    private Uri Service(string name, string key) =>
        configuration[$"{name}:{key}"] is { Length: > 0 } address
            ? new Uri(address)
            : throw new InvalidOperationException($"Neither setting '{name}' nor '{name}__{key}' is there.");

    private DefaultAzureCredential Credential(string name) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{name}:clientId"] });
}
