using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Orchestration.Storage;

namespace Orchestration.Delivery;

/// <summary>The last word on each message of a lot: folds outcomes in any order and any number of times to the same result.</summary>
public sealed class OutcomeLedger
{
    private readonly Dictionary<Guid, MessageOutcome> _last = [];
    private readonly int[] _counts = new int[Enum.GetValues<DeliveryStatus>().Length];

    public IEnumerable<MessageOutcome> All => _last.Values;

    public void Record(MessageOutcome outcome)
    {
        if (_last.TryGetValue(outcome.Id, out var known))
        {
            if (outcome.Status <= known.Status)
                return;
            _counts[(int)known.Status]--;
        }

        _last[outcome.Id] = outcome;
        _counts[(int)outcome.Status]++;
    }

    /// <summary>Messages about which anything is known.</summary>
    public int Total => _last.Count;

    public int Count(DeliveryStatus status) => _counts[(int)status];

    /// <summary>False for a message that was only about to be handed over.</summary>
    public bool IsSettled(Guid id) => _last.TryGetValue(id, out var outcome) && outcome.Status != DeliveryStatus.HandingOver;

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
}
