using Orchestration.Delivery;
using Orchestration.Delivery.Adapters;
using Orchestration.Messages;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Scenarios.Support;

/// <summary>What a scenario may want otherwise.</summary>
public sealed record CampaignAppSettings
{
    /// <summary>Rebuilds every orchestration from its history at each step, which is how scenarios run.</summary>
    public bool EvictAfterEachStep { get; init; } = true;

    /// <summary>What a provider answers to each message, instead of the outbox; the outbox still gets what is delivered.</summary>
    public Func<OutgoingMessage, Task<SendResult>>? Provider { get; init; }

    /// <summary>With a provider, whether the outbox stays beside it, for tests.</summary>
    public bool KeepsOutbox { get; init; }

    /// <summary>Asked before each announcement of a lot; false loses it. Null keeps them all.</summary>
    public Func<LotReady, Task<bool>>? Announces { get; init; }

    /// <summary>Stands between the app and its storage, and sees every request of the app's own.</summary>
    internal StorageProbe? Probe { get; init; }

    /// <summary>Settings that replace those of a laptop.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>();

    /// <summary>After how many messages control is read again.</summary>
    public int ChunkSize { get; init; } = 50;
}
