using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage;
using Orchestration.LocalRuntime.Durable.Storage.Commits;

namespace Orchestration.LocalRuntime.Durable.Client;

/// <summary>The client of an engine in the same process.</summary>
internal sealed class EngineClient : DurableTaskClient
{
    private readonly EngineParts _parts;
    private readonly MetadataReader _metadata;
    private readonly Purge _purge;

    public EngineClient(EngineParts parts)
        : base(parts.Options.HubName)
    {
        _parts = parts;
        _metadata = new MetadataReader(parts.Reader, parts.Payloads, new JsonDataConverter(parts.Options.Json), parts.Options.HubName);
        _purge = new Purge(_metadata, parts);
    }

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orchestratorName.Name, nameof(orchestratorName));
        if (options?.Tags is { Count: > 0 })
        {
            throw new NotSupportedException("The local runtime does not support tags.");
        }

        var dedupeStatuses = DedupeStatuses.Of(options);
        var instanceId = options?.InstanceId ?? NewInstanceId();
        InstanceIds.Validate(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return await CommitAsync(
            new ScheduleCommit(
                new NewInstance(
                    instanceId,
                    orchestratorName,
                    options?.Version ?? default(TaskVersion),
                    _parts.Payloads.Serialize(input),
                    _parts.Time.GetUtcNow(),
                    options?.StartAt?.ToUniversalTime()),
                dedupeStatuses),
            cancellation);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return SendAsync(instanceId, () => new EventRaised(eventName, _parts.Payloads.Serialize(eventPayload)), cancellation);
    }

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) => SendAsync(
            instanceId,
            () => new TerminateRequested(_parts.Payloads.Serialize(options?.Output), options?.Recursive ?? false),
            cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, () => new SuspendRequested(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, () => new ResumeRequested(reason), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => WaitAsync(
            instanceId, metadata => metadata.RuntimeStatus != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, metadata => metadata.IsCompleted, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_metadata.Find(instanceId, getInputsAndOutputs));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(_metadata, filter ?? new OrchestrationQuery());

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_metadata.ListIds(runtimeStatus, completedTimeFrom, completedTimeTo, pageSize, lastInstanceKey));
    }

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return _purge.OneAsync(instanceId, options?.Recursive ?? false, cancellation);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _purge.AllAsync(filter, options?.Recursive ?? false, cancellation);
    }

    public override Task<IList<HistoryEvent>> GetOrchestrationHistoryAsync(
        string instanceId, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        var row = _parts.Reader.Find(instanceId)
            ?? throw new ArgumentException($"There is no orchestration instance with the id '{instanceId}'.", nameof(instanceId));
        return Task.FromResult(HistoryView.Of(row, _parts.Reader.History(row.Key), _parts.Payloads));
    }

    /// <summary>The client lives as long as its engine.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Random: nothing identifies an instance whose caller gave no id.
#pragma warning disable RS0030
    private static string NewInstanceId() => Guid.NewGuid().ToString("N");
#pragma warning restore RS0030

    private async Task SendAsync(string instanceId, Func<Arrival> arrival, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        await CommitAsync(new SendCommit(instanceId, arrival()), cancellation);
    }

    private Task<T> CommitAsync<T>(ClientCommit<T> commit, CancellationToken cancellation)
    {
        _parts.Writer.Enqueue(commit);
        return commit.Done.WaitAsync(cancellation);
    }

    private async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Func<OrchestrationMetadata, bool> isReached, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        while (true)
        {
            using var wait = _parts.Watch.Begin(instanceId);
            if (_metadata.Find(instanceId, getInputsAndOutputs) is { } metadata && isReached(metadata))
            {
                return metadata;
            }

            await wait.Changed.WaitAsync(cancellation);
        }
    }
}
