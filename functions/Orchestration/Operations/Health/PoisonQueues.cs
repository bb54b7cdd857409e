using Orchestration.Delivery;
using Orchestration.Storage;

namespace Orchestration.Operations.Health;

/// <summary>Where the platform puts messages that could not be handled: made when the first one comes.</summary>
internal static class PoisonQueues
{
    /// <summary>For blobs that a trigger gave up, in the account that holds them.</summary>
    private const string Blobs = "webjobs-blobtrigger-poison";

    public static IReadOnlyList<(string Account, string Name)> All { get; } =
    [
        (StorageAccounts.Data, $"{StorageDeliveryQueue.Name}-poison"),
        (StorageAccounts.Data, $"{ApplyReceipt.Queue}-poison"),
        (StorageAccounts.Data, Blobs),
        (StorageAccounts.Exchange, Blobs),
    ];
}
