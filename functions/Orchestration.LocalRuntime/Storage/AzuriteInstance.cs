using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>A started Azurite, as recorded in its folder so that a later start finds it again.</summary>
/// <param name="ProcessId">Also the id of its process group.</param>
/// <param name="BlobPort">Port on 127.0.0.1.</param>
/// <param name="QueuePort">Port on 127.0.0.1.</param>
/// <param name="TablePort">Port on 127.0.0.1.</param>
/// <param name="Accounts">All the accounts that it serves, without the secret one.</param>
/// <param name="Secret">
/// Key of an account that only this very process knows: who answers to it is this instance, whatever else took its port or pid.
/// </param>
internal sealed record AzuriteInstance(
    int ProcessId, int BlobPort, int QueuePort, int TablePort, IReadOnlyList<string> Accounts, string Secret)
{
    private const string SecretAccount = "instance";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What Azurite reads from AZURITE_ACCOUNTS.</summary>
    [JsonIgnore]
    public string AccountSetting =>
        string.Concat(Accounts.Select(account => $"{account}:{Azurite.DefaultKey};")) + $"{SecretAccount}:{Secret}";

    public string ConnectionString(string account, string key) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{QueuePort}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{TablePort}/{account};";

    /// <summary>Asks the blob and the queue service something that only the owner of the secret may ask.</summary>
    public async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellation)
    {
        var connection = ConnectionString(SecretAccount, Secret);
        try
        {
            await new BlobServiceClient(connection, Once(new BlobClientOptions(), http)).GetPropertiesAsync(cancellation);
            await new QueueServiceClient(connection, Once(new QueueClientOptions(), http)).GetPropertiesAsync(cancellation);
            return true;
        }
        catch (Exception error) when (
            error is RequestFailedException or XmlException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            // Nobody is there, or somebody else.
            return false;
        }
    }

    public static AzuriteInstance? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<AzuriteInstance>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException error)
        {
            throw new LocalToolException(
                $"{path} should say which Azurite is running but is damaged. Stop that Azurite if there is one, then delete the file.",
                error);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static T Once<T>(T options, HttpClient http)
        where T : Azure.Core.ClientOptions
    {
        options.Retry.MaxRetries = 0;
        options.Transport = new HttpClientTransport(http);
        return options;
    }
}
