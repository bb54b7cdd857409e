using Azure;
using Orchestration.Audience.Suppressions;
using Orchestration.Delivery;
using Orchestration.Messages;
using Orchestration.Storage;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Delivery;

public sealed class ApplyReceiptTests
{
    [Fact]
    public async Task RunAsync_Delivered_IsRecordedBesideTheProgress()
    {
        var storage = await WithLotAsync();

        await ApplyAsync(storage, Receipt(1, DeliveryStatus.Delivered));

        Assert.Equal([(Some.MessageIdOf(1), DeliveryStatus.Delivered, null)], await RecordedAsync(storage));
        Assert.Null(await SuppressionAsync(storage, 1));
    }

    [Fact]
    public async Task RunAsync_PermanentFailure_ClosesTheAddressForEveryPurpose()
    {
        var storage = await WithLotAsync();

        await ApplyAsync(storage, Receipt(2, DeliveryStatus.Failed, "unknown-user", isPermanent: true));

        Assert.Equal([(Some.MessageIdOf(2), DeliveryStatus.Failed, "unknown-user")], await RecordedAsync(storage));
        Assert.Equal(SuppressionKind.Bounce, (await SuppressionAsync(storage, 2))?.Kind);
        Assert.Null(await SuppressionAsync(storage, 1));
    }

    [Theory]
    [InlineData(DeliveryStatus.Failed, false)]
    [InlineData(DeliveryStatus.Delivered, true)]
    public async Task RunAsync_PassingFailureOrDelivery_ClosesNothing(DeliveryStatus status, bool isPermanent)
    {
        var storage = await WithLotAsync();

        await ApplyAsync(storage, Receipt(2, status, "x", isPermanent));

        Assert.Null(await SuppressionAsync(storage, 2));
    }

    [Fact]
    public async Task RunAsync_TheSameReceiptAgain_ChangesNothing()
    {
        var storage = await WithLotAsync();
        var receipt = Receipt(2, DeliveryStatus.Failed, "unknown-user", isPermanent: true);

        await ApplyAsync(storage, receipt);
        await ApplyAsync(storage, receipt);

        Assert.Single(await RecordedAsync(storage));
        Assert.Single(await SuppressionLogAsync(storage));
    }

    [Theory]
    [InlineData(DeliveryStatus.Delivered, DeliveryStatus.Failed)]
    [InlineData(DeliveryStatus.Failed, DeliveryStatus.Delivered)]
    public async Task RunAsync_TwoReceiptsInAnyOrder_EndTheSame(DeliveryStatus first, DeliveryStatus second)
    {
        var storage = await WithLotAsync();

        await ApplyAsync(storage, Receipt(1, first));
        await ApplyAsync(storage, Receipt(1, second));

        Assert.Equal(DeliveryStatus.Failed, Assert.Single(await RecordedAsync(storage)).Status);
    }

    [Fact]
    public async Task RunAsync_KilledBetweenRecordAndSuppression_TheRepeatDoesBoth()
    {
        var storage = await WithLotAsync();
        var receipt = Receipt(2, DeliveryStatus.Failed, "unknown-user", isPermanent: true);
        var doomed = storage.Another();
        doomed.Probe.DieBefore("PUT", "/suppressions/");
        await Assert.ThrowsAsync<CrashException>(() => ApplyAsync(doomed, receipt));
        Assert.Null(await SuppressionAsync(storage, 2));

        await ApplyAsync(storage, receipt);

        Assert.Single(await RecordedAsync(storage));
        Assert.NotNull(await SuppressionAsync(storage, 2));
    }

    [Theory]
    [InlineData(DeliveryStatus.Accepted)]
    [InlineData(DeliveryStatus.Withheld)]
    [InlineData(DeliveryStatus.Unknown)]
    public async Task RunAsync_OtherStatus_IsRefusedAndRecordsNothing(DeliveryStatus status)
    {
        var storage = await WithLotAsync();

        await Assert.ThrowsAsync<InvalidReceiptException>(() => ApplyAsync(storage, Receipt(1, status)));

        Assert.Empty(await RecordedAsync(storage));
    }

    [Fact]
    public async Task RunAsync_MessageThatTheLotDoesNotHave_IsRefusedAndClosesNothing()
    {
        var storage = await WithLotAsync();

        await Assert.ThrowsAsync<InvalidReceiptException>(() => ApplyAsync(storage, Receipt(9, DeliveryStatus.Failed, "x", isPermanent: true)));

        Assert.Empty(await SuppressionLogAsync(storage));
    }

    private static Receipt Receipt(int person, DeliveryStatus status, string? reason = null, bool isPermanent = false) =>
        new(Some.Lot(), Some.MessageIdOf(person), status, reason, isPermanent, Some.Now);

    private static async Task<AppStorage> WithLotAsync()
    {
        var storage = await AppStorage.TakeAsync();
        await SomeLot.WriteAsync(storage, 3);
        return storage;
    }

    private static async Task ApplyAsync(AppStorage storage, Receipt receipt)
    {
        using var suppressions = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        await new ApplyReceipt(storage.Containers, suppressions).RunAsync(receipt, default);
    }

    private static async Task<IReadOnlyList<(Guid Id, DeliveryStatus Status, string? Reason)>> RecordedAsync(AppStorage storage)
    {
        var ledger = new OutcomeLedger();
        using var receipts = new AppendLog<MessageOutcome>(storage.Containers.Progress, Some.Lot().ReceiptsPath);
        await receipts.ReadNewAsync(ledger.Record, default);
        return [.. ledger.All.Select(outcome => (outcome.Id, outcome.Status, outcome.Reason))];
    }

    private static async Task<Suppression?> SuppressionAsync(AppStorage storage, int person)
    {
        using var list = new SuppressionList(storage.Containers, Some.Hasher, storage.Clocks);
        await list.RefreshAsync(default);
        return list.Find(Some.Hasher.OfPerson($"P{person}"), SomeLot.Address(person), Channel.Email, Purpose.Health);
    }

    private static async Task<IReadOnlyList<string>> SuppressionLogAsync(AppStorage storage)
    {
        try
        {
            var log = (await storage.Containers.Suppressions.GetBlobClient("log/000001.ndjson").DownloadContentAsync()).Value.Content.ToString();
            return log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return [];
        }
    }
}
