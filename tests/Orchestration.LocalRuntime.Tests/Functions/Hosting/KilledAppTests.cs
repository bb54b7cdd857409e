using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Storage;
using Orchestration.LocalRuntime.Tests.Support;

namespace Orchestration.LocalRuntime.Tests.Functions.Hosting;

public sealed class KilledAppTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_AfterAKill_FinishesWhatWasUnderWayAndRepeatsNothingElse()
    {
        var storage = new AzuriteOptions { Folder = _folder.File("azurite"), BlobPort = 0, QueuePort = 0, TablePort = 0 };
        var azurite = await Azurite.StartAsync(storage, TimeProvider.System, NullLogger.Instance);
        var queue = new QueueClient(azurite.ConnectionString(), "drops", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync();
        var container = new BlobContainerClient(azurite.ConnectionString(), "drop");
        await container.CreateAsync();
        using (var app = ChildProcess.Start(null, "app", _folder.Path))
        {
            await container.UploadBlobAsync("one", BinaryData.FromString(""));
            Assert.Equal("blob", await app.ReadLineAsync());
            Assert.Equal("activity", await app.ReadLineAsync());
            await queue.SendMessageAsync("two");
            Assert.Equal("message two", await app.ReadLineAsync());
            await app.KillAsync();
        }

        var calls = new Calls();
        await using var again = await KillableApp.StartAsync(_folder.Path, calls);

        Assert.True(again.Runtime.Storage!.IsAdopted);
        Assert.Equal(["activity", "message two"], (await calls.NextAsync(2)).Order());
        var done = await again.Runtime.Durable.WaitForInstanceCompletionAsync("one");
        Assert.Equal(OrchestrationRuntimeStatus.Completed, done.RuntimeStatus);
        await Eventually.TrueAsync(async () => (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount == 0);
        calls.AssertNoMore();
    }
}
