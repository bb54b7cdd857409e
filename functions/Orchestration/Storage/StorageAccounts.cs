using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Orchestration.Storage;

/// <summary>
/// The app's storage accounts by the name of their setting: <c>Exchange</c> (what people give and get) and <c>Data</c> (what the pipeline
/// keeps). A setting is a connection string, or <c>{name}__blobServiceUri</c> and <c>{name}__queueServiceUri</c> with a managed identity.
/// </summary>
public sealed class StorageAccounts(IConfiguration configuration)
{
    public const string Exchange = "Exchange";
    public const string Data = "Data";

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public BlobServiceClient Blobs(string account) =>
        configuration[account] is { Length: > 0 } connection
            ? new BlobServiceClient(connection)
            : new BlobServiceClient(Endpoint(account, "blobServiceUri"), new DefaultAzureCredential());

    /// <summary>Message texts are Base64, as the Functions host expects.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public QueueServiceClient Queues(string account)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return configuration[account] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(Endpoint(account, "queueServiceUri"), new DefaultAzureCredential(), options);
    }

    private Uri Endpoint(string account, string kind) =>
        configuration[$"{account}:{kind}"] is { Length: > 0 } uri
            ? new Uri(uri)
            : throw new InvalidOperationException($"The setting '{account}' (a connection string) or '{account}__{kind}' is missing.");
}
