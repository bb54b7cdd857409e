namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>Who an orchestration is, in one generation.</summary>
internal sealed record OrchestrationIdentity(string InstanceId, string Name, string Version, int Generation, ParentLink? Parent);

/// <summary>The step of another orchestration that awaits this one.</summary>
internal sealed record ParentLink(long Key, string InstanceId, string Name, int Task);
