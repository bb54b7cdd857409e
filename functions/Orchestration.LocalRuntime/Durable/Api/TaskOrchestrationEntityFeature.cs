namespace Microsoft.DurableTask.Entities;

/// <summary>Durable entities, as an orchestrator reaches them; the local runtime has none.</summary>
public abstract class TaskOrchestrationEntityFeature;
