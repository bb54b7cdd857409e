namespace Microsoft.DurableTask;

/// <summary>The orchestration that called a sub-orchestration.</summary>
public record class ParentOrchestrationInstance(TaskName Name, string InstanceId);
