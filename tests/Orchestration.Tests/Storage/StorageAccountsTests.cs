using Microsoft.Extensions.Configuration;
using Orchestration.Storage;

namespace Orchestration.Tests.Storage;

public sealed class StorageAccountsTests
{
    [Fact]
    public void Blobs_ConnectionString_NamesTheAccount() =>
        Assert.Equal("devstoreaccount1", Accounts(("Data", "UseDevelopmentStorage=true")).Blobs(StorageAccounts.Data).AccountName);

    [Fact]
    public void BlobsAndQueues_ServiceUris_AreTakenWithAnIdentity()
    {
        var accounts = Accounts(("Data:blobServiceUri", "https://donnees.blob.core.windows.net"), ("Data:queueServiceUri", "https://donnees.queue.core.windows.net"));

        Assert.Equal("donnees", accounts.Blobs(StorageAccounts.Data).AccountName);
        Assert.Equal("donnees", accounts.Queues(StorageAccounts.Data).AccountName);
    }

    [Fact]
    public void Blobs_NoSetting_SaysWhichOne()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Accounts().Blobs(StorageAccounts.Exchange));

        Assert.Contains("'Exchange'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Exchange__blobServiceUri'", error.Message, StringComparison.Ordinal);
    }

    private static StorageAccounts Accounts(params (string Name, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(), []);
}
