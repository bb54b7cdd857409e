using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>An instance to create.</summary>
internal sealed record NewInstance(
    string InstanceId,
    string Name,
    string Version,
    Payload Input,
    DateTimeOffset Created,
    DateTimeOffset? StartAt = null,
    ParentLink? Parent = null);
