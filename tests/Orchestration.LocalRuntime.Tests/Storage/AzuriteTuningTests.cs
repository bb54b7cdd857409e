using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Storage;

/// <summary>Azurite with its queries tuned answers as it does without: the same names in several places, prefixes with every odd character.</summary>
public sealed class AzuriteTuningTests
{
    private static readonly string[] Names =
        ["a", "a-b/1", "a.b/1", "a.b/2", "axb/1", "a(b)/1", "a+b/1", "a[b]/1", "a$b/1", "é/1", "é/2", "z/\U0001F600", "z/\uFFFD"];

    [Fact]
    public async Task Requests_SameNamesInSeveralAccountsAndContainers_FindTheirOwn()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await StartAsync(folder);
        var containers = new[] { Azurite.DefaultAccount, "other" }
            .SelectMany(account => new[] { "one", "two" }.Select(name => new BlobContainerClient(azurite.ConnectionString(account), name)))
            .ToArray();
        foreach (var container in containers)
        {
            await container.CreateAsync();
            foreach (var name in Names)
                await container.GetBlobClient(name).UploadAsync(BinaryData.FromString($"{container.AccountName}/{container.Name}/{name}"));
        }

        await containers[0].DeleteBlobAsync("a");

        Assert.False(await containers[0].GetBlobClient("a").ExistsAsync());
        foreach (var container in containers)
        {
            foreach (var name in Names.Skip(1))
            {
                var content = (await container.GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString();
                Assert.Equal($"{container.AccountName}/{container.Name}/{name}", content);
            }
        }
    }

    [Theory]
    [InlineData("a.b/")]
    [InlineData("a(b)")]
    [InlineData("a+b/")]
    [InlineData("a[b]/1")]
    [InlineData("a$")]
    [InlineData("é")]
    [InlineData("z/")]
    [InlineData("none")]
    public async Task Listing_ByPrefix_GivesThoseNamesOnly(string prefix)
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await StartAsync(folder);
        var container = new BlobContainerClient(azurite.ConnectionString(), "box");
        await container.CreateAsync();
        foreach (var name in Names)
            await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(name));

        var listed = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(prefix: prefix))
            listed.Add(blob.Name);

        Assert.Equal(Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static Task<Azurite> StartAsync(TemporaryFolder folder) => Azurite.StartAsync(
        new AzuriteOptions { Folder = folder.Path, BlobPort = 0, QueuePort = 0, TablePort = 0, Accounts = ["other"] }, TimeProvider.System, NullLogger.Instance);
}
