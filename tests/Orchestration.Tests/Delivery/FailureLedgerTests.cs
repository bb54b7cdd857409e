using System.Text.Json;
using Orchestration.Delivery;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class FailureLedgerTests
{
    private const string Message = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    private const string Body = "{\"lotId\":\"é\"}";

    // The ledger writes on the attempt after which the host gives up; a host.json that says otherwise would leave no reason behind, or one too many.
    [Fact]
    public void LastAttempt_HostJson_GivesUpAfterIt()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));

        Assert.Equal(
            FailureLedger.LastAttempt,
            host.RootElement.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public async Task Invoke_LastAttemptFails_RecordsWhyAndFails()
    {
        var storage = await AppStorage.TakeAsync();

        await FailAsync(storage, Attempt(FailureLedger.LastAttempt));

        var entry = await storage.Containers.Failures.ReadAsync<GivenUp>(GivenUp.Path(Body), default);
        Assert.Equal(new GivenUp("DeliverLot", Message, "InvalidDataException", Some.Now), entry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(FailureLedger.LastAttempt - 1)]
    public async Task Invoke_EarlierAttemptFails_LeavesItToTheNext(int attempt)
    {
        var storage = await AppStorage.TakeAsync();

        await FailAsync(storage, Attempt(attempt));

        Assert.Empty(storage.Probe.Calls);
    }

    [Fact]
    public async Task Invoke_LastAttemptSucceeds_RecordsNothing()
    {
        var storage = await AppStorage.TakeAsync();

        await new FailureLedger(storage.Containers, storage.Clocks).Invoke(Attempt(FailureLedger.LastAttempt), _ => Task.CompletedTask);

        Assert.Empty(storage.Probe.Calls);
    }

    [Fact]
    public async Task Invoke_NoQueueMessage_RecordsNothing()
    {
        var storage = await AppStorage.TakeAsync();

        await FailAsync(storage, new FakeFunctionContext(typeof(RenderLot)));

        Assert.Empty(storage.Probe.Calls);
    }

    [Fact]
    public async Task FindAsync_AfterTheMessageWentToThePoisonQueue_IsFoundByWhatItSays()
    {
        var storage = await AppStorage.TakeAsync();
        await FailAsync(storage, new FakeFunctionContext(typeof(DeliverLot), null, ("DequeueCount", 5), ("Id", Message), ("QueueTrigger", Body)));

        Assert.Equal(Message, (await new FailureLedger(storage.Containers, storage.Clocks).FindAsync(Body, default))?.MessageId);
        Assert.Null(await new FailureLedger(storage.Containers, storage.Clocks).FindAsync(Body + " ", default));
    }

    [Fact]
    public async Task Invoke_LastAttemptTwice_TheLastReasonStands()
    {
        var storage = await AppStorage.TakeAsync();
        await FailAsync(storage, Attempt(FailureLedger.LastAttempt));
        storage.System.Advance(TimeSpan.FromMinutes(1));

        await FailAsync(storage, Attempt(FailureLedger.LastAttempt + 1));

        var entry = await storage.Containers.Failures.ReadAsync<GivenUp>(GivenUp.Path(Body), default);
        Assert.Equal(Some.Now.AddMinutes(1), entry.At);
    }

    private static Task FailAsync(AppStorage storage, FakeFunctionContext context) => Assert.ThrowsAsync<InvalidDataException>(
        () => new FailureLedger(storage.Containers, storage.Clocks).Invoke(context, _ => throw new InvalidDataException("lot 1")));

    /// <summary>As the host on Azure gives it: texts are JSON strings.</summary>
    private static FakeFunctionContext Attempt(int number) =>
        new(typeof(DeliverLot), null, ("DequeueCount", $"{number}"), ("Id", $"\"{Message}\""), ("QueueTrigger", JsonSerializer.Serialize(Body)));
}
