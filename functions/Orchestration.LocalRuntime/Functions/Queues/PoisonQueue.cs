using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Orchestration.LocalRuntime.Functions.Queues;

/// <summary>Queue <c>{queue}-poison</c>, created when the first message comes.</summary>
internal sealed class PoisonQueue(QueueClient queue)
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    public string Name => queue.Name;

    /// <summary>Keeps the message as it was sent.</summary>
    public async Task AddAsync(string text)
    {
        try
        {
            await queue.SendMessageAsync(text, timeToLive: Never);
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await queue.CreateIfNotExistsAsync();
            await queue.SendMessageAsync(text, timeToLive: Never);
        }
    }
}
