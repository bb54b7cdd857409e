using Microsoft.Extensions.Configuration;
using Orchestration.LocalRuntime.Storage;

namespace Orchestration.LocalRuntime.Tests.Storage;

public sealed class StorageConnectionsTests
{
    private static readonly StorageConnections Connections = new(new ConfigurationManager
    {
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Exchange:blobServiceUri"] = "https://exchange.blob.example/",
        ["Data:blobServiceUri"] = "https://data.blob.example/",
        ["Data:queueServiceUri"] = "https://data.queue.example/",
    });

    [Theory]
    [InlineData(null, "http://127.0.0.1:10000/devstoreaccount1")]
    [InlineData("Exchange", "https://exchange.blob.example/")]
    [InlineData("data", "https://data.blob.example/")]
    public void Blobs_ConnectionStringOrIdentity_GivesAClient(string? name, string expected) =>
        Assert.Equal(new Uri(expected), Connections.Blobs(name).Uri);

    [Fact]
    public void Queues_Identity_GivesAClient() => Assert.Equal(new Uri("https://data.queue.example/"), Connections.Queues("Data").Uri);

    [Fact]
    public void Queues_NotSet_SaysWhichSettings()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Connections.Queues("Exchange"));

        Assert.Equal("Neither setting 'Exchange' nor 'Exchange__queueServiceUri' is there.", error.Message);
    }
}
