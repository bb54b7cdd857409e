using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>
/// The last word on each message of a lot. Settled outcomes fold in any order and any number of times to the same result: the more certain status stands,
/// and of two alike the first one said. While a message is not settled, what its worker wrote last stands.
/// </summary>
public sealed class OutcomeLedger
{
    private readonly Dictionary<Guid, MessageOutcome> _last = [];
    private readonly int[] _counts = new int[Enum.GetValues<DeliveryStatus>().Length];

    public IEnumerable<MessageOutcome> All => _last.Values;

    public void Record(MessageOutcome outcome)
    {
        if (_last.TryGetValue(outcome.Id, out var known))
        {
            if (!Replaces(outcome, known))
                return;
            _counts[(int)known.Status]--;
        }

        _last[outcome.Id] = outcome;
        _counts[(int)outcome.Status]++;
    }

    /// <summary>Adds what another ledger holds.</summary>
    public void Record(OutcomeLedger other)
    {
        foreach (var outcome in other.All)
            Record(outcome);
    }

    /// <summary>Messages that are settled.</summary>
    public int Settled => _last.Count - Count(DeliveryStatus.HandingOver) - Count(DeliveryStatus.NotTaken);

    /// <summary>Messages about which anything is known.</summary>
    public int Total => _last.Count;

    public int Count(DeliveryStatus status) => _counts[(int)status];

    /// <summary>False for a message that was only about to be handed over, or that the provider did not take.</summary>
    public bool IsSettled(Guid id) => _last.TryGetValue(id, out var outcome) && IsSettled(outcome);

    /// <summary>Adds what a blob of outcomes holds, if there is one.</summary>
    public async Task ReadAsync(BlobContainerClient container, string path, CancellationToken cancellation)
    {
        try
        {
            var content = (await container.GetBlobClient(path).DownloadContentAsync(cancellation)).Value.Content;
            using var text = new StreamReader(content.ToStream());
            while (await text.ReadLineAsync(cancellation) is { } line)
                Record(JsonSerializer.Deserialize<MessageOutcome>(line, Json.Options)!);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            // Nothing was recorded there.
        }
    }

    private static bool IsSettled(MessageOutcome outcome) => outcome.Status > DeliveryStatus.NotTaken;

    private static bool Replaces(MessageOutcome outcome, MessageOutcome known) =>
        !IsSettled(outcome) ? !IsSettled(known)
        : outcome.Status != known.Status ? outcome.Status > known.Status
        : outcome.At != known.At ? outcome.At < known.At
        : string.CompareOrdinal(outcome.Reason, known.Reason) < 0;
}
