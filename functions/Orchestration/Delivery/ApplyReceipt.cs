using Microsoft.Azure.Functions.Worker;
using Orchestration.Audience.Suppressions;
using Orchestration.Storage;
using Orchestration.Telemetry;

namespace Orchestration.Delivery;

/// <summary>Records a receipt beside the progress of its lot; a hard bounce also closes the address.</summary>
public sealed class ApplyReceipt(Containers containers, SuppressionList suppressions)
{
    public const string Queue = "receipts";

    [Function(nameof(ApplyReceipt))]
    public async Task RunAsync(
        [QueueTrigger(Queue, Connection = StorageAccounts.Data)] Receipt receipt, CancellationToken cancellation)
    {
        if (receipt.Status is not (DeliveryStatus.Delivered or DeliveryStatus.Failed))
            throw new InvalidReceiptException($"A receipt says delivered or failed, not {receipt.Status}.");

        using var log = new AppendLog<MessageOutcome>(containers.Progress, receipt.LotId.ReceiptsPath);
        await log.AppendAsync([new MessageOutcome(receipt.MessageId, receipt.Status, receipt.Reason, receipt.At)], cancellation);
        Meters.ReceiptTaken(receipt.Status);
        if (receipt.IsPermanent && receipt.Status == DeliveryStatus.Failed)
            await CloseAddressAsync(receipt, cancellation);
    }

    private async Task CloseAddressAsync(Receipt receipt, CancellationToken cancellation)
    {
        var gzipped = (await containers.Lots.GetBlobClient(receipt.LotId.MessagesPath).DownloadContentAsync(cancellation)).Value.Content;
        var message = Ndjson.Read<Messages.OutgoingMessage>(gzipped).FirstOrDefault(message => message.Id == receipt.MessageId)
            ?? throw new InvalidReceiptException($"The lot {receipt.LotId} has no such message.");
        await suppressions.CloseAddressAsync(message.To, SuppressionKind.Bounce, message.Channel, cancellation);
    }
}
