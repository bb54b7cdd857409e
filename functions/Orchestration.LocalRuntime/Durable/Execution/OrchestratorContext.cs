using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>The context of one running orchestrator.</summary>
internal sealed class OrchestratorContext(ExecutionServices services, OrchestrationIdentity identity, OrchestratorThread thread)
    : TaskOrchestrationContext
{
    private const int CustomStatusLimit = 16 * 1024;

    private readonly EventInbox _inbox = new(services.Payloads);
    private ChangedStatus? _customStatus;
    private int _guids;

    public override TaskName Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override string Version => identity.Version;

    public override ParentOrchestrationInstance? Parent { get; } =
        identity.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => RepeatsHistory;

    public bool RepeatsHistory { get; set; }

    public DateTime Now { get; set; }

    public Payload Input { get; set; }

    public StepJournal Steps { get; } = new();

    public NextGeneration? Next { get; private set; }

    public bool HasEventWaits => _inbox.HasWaits;

    protected override ILoggerFactory LoggerFactory => services.Loggers;

    public override T? GetInput<T>()
        where T : default => services.Payloads.Deserialize<T>(Input, $"The input of orchestrator '{Name}'");

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        CheckCall(name, input, options);
        return await RetryLoop.RunAsync(this, name, options?.Retry, async () =>
        {
            var serialized = Serialize(input);
            var output = await Steps.Open(name, task => new ActivityScheduled(task, name, serialized));
            return services.Payloads.Deserialize<TResult>(output, $"The output of activity '{name}'")!;
        });
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        CheckCall(orchestratorName, input, options);
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Validate(instanceId);
        return await RetryLoop.RunAsync(this, orchestratorName, options?.Retry, async () =>
        {
            var serialized = Serialize(input);
            var output = await Steps.Open(orchestratorName, task => new SubOrchestrationScheduled(
                task, orchestratorName, instanceId, options?.Version ?? default(TaskVersion), serialized));
            return services.Payloads.Deserialize<TResult>(output, $"The output of orchestrator '{orchestratorName}'")!;
        });
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        thread.Verify();
        var end = fireAt.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(fireAt, DateTimeKind.Utc) : fireAt.ToUniversalTime();
        while (end - Now > services.MaximumTimerInterval)
        {
            await Steps.OpenTimer(Now + services.MaximumTimerInterval, thread.Verify, cancellationToken);
        }

        await Steps.OpenTimer(end, thread.Verify, cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        thread.Verify();
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return _inbox.Wait<T>(eventName, thread.Verify, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        thread.Verify();
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var serialized = Serialize(payload);
        Steps.Add(task => new EventSent(task, instanceId, eventName, serialized));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        thread.Verify();
        var json = services.Payloads.ToJson(customStatus);
        if (json is not null && Encoding.Unicode.GetByteCount(json) > CustomStatusLimit)
        {
            throw new ArgumentException(
                $"A custom status takes at most {CustomStatusLimit / 1024} KB of UTF-16 as JSON; this one takes "
                + $"{Encoding.Unicode.GetByteCount(json) / 1024.0:0.0} KB.",
                nameof(customStatus));
        }

        _customStatus = new ChangedStatus(json);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        thread.Verify();
        ArgumentNullException.ThrowIfNull(options);
        Next = new NextGeneration(
            services.Payloads.ToJson(options.NewInput), string.IsNullOrWhiteSpace(options.NewVersion) ? Version : options.NewVersion);
        if (!options.PreserveUnprocessedEvents)
        {
            _inbox.TakeUnread();
        }
    }

    public override Guid NewGuid()
    {
        thread.Verify();
        return DeterministicGuid.Create(InstanceId, identity.Generation, _guids++);
    }

    /// <summary>Once the orchestrator has continued as new, events are for its next generation, whoever waits.</summary>
    public void Receive(EventRaised raised)
    {
        if (Next is null)
        {
            _inbox.Deliver(raised);
        }
        else
        {
            _inbox.Keep(raised);
        }
    }

    public IReadOnlyList<EventRaised> TakeCarriedEvents() => _inbox.TakeUnread();

    public ChangedStatus? TakeCustomStatus()
    {
        var status = _customStatus;
        _customStatus = null;
        return status;
    }

    // A replay serializes too, so that a value that cannot be serialized throws again; what it yields is in the history already.
    private Payload Serialize(object? value)
    {
        var json = services.Payloads.ToJson(value);
        return IsReplaying ? default : services.Payloads.FromJson(json);
    }

    private void CheckCall(TaskName name, object? input, TaskOptions? options)
    {
        thread.Verify();
        ArgumentException.ThrowIfNullOrWhiteSpace(name.Name, nameof(name));
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the input. Name the parameter: options: …", nameof(input));
        }

        if (options?.Tags is { Count: > 0 })
        {
            throw new NotSupportedException("The local runtime does not support tags.");
        }
    }
}

/// <summary>What the orchestrator continues as new with.</summary>
internal sealed record NextGeneration(string? InputJson, string Version);
