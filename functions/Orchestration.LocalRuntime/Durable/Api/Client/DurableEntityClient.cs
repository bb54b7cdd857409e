namespace Microsoft.DurableTask.Client.Entities;

/// <summary>Durable entities, as a client reaches them; the local runtime has none.</summary>
public abstract class DurableEntityClient;
