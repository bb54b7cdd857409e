using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Orchestration.Storage;

/// <summary>
/// The app's storage accounts by the name of their setting: <c>Exchange</c> (what people give and get) and <c>Data</c> (what the pipeline
/// keeps). A setting is a connection string, or <c>{name}__blobServiceUri</c> and <c>{name}__queueServiceUri</c> with a managed identity.
/// </summary>
/// <param name="configuration">Holds the settings.</param>
/// <param name="policies">Added to every request; none but in tests of failures.</param>
public sealed class StorageAccounts(IConfiguration configuration, IEnumerable<HttpPipelinePolicy> policies)
{
    public const string Exchange = "Exchange";
    public const string Data = "Data";

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public BlobServiceClient Blobs(string account)
    {
        var options = With(new BlobClientOptions());
        return configuration[account] is { Length: > 0 } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(Endpoint(account, "blobServiceUri"), new DefaultAzureCredential(), options);
    }

    /// <param name="account">Name of the setting.</param>
    /// <param name="encoding">Of message texts: Base64, as the Functions host expects, unless they are taken as they stand.</param>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public QueueServiceClient Queues(string account, QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        var options = With(new QueueClientOptions { MessageEncoding = encoding });
        return configuration[account] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(Endpoint(account, "queueServiceUri"), new DefaultAzureCredential(), options);
    }

    private T With<T>(T options)
        where T : ClientOptions
    {
        foreach (var policy in policies)
            options.AddPolicy(policy, HttpPipelinePosition.PerCall);
        return options;
    }

    private Uri Endpoint(string account, string kind) =>
        configuration[$"{account}:{kind}"] is { Length: > 0 } uri
            ? new Uri(uri)
            : throw new InvalidOperationException($"The setting '{account}' (a connection string) or '{account}__{kind}' is missing.");
}
