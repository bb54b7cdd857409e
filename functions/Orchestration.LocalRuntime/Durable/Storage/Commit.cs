namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>A change of the store that happens as a whole or not at all.</summary>
internal abstract class Commit
{
    /// <summary>Makes the change, on the writer's thread. Called again from the start when the group of commits around it failed.</summary>
    public abstract void Apply(StoreSession store);

    /// <summary>The change is on disk.</summary>
    public abstract void Succeeded();

    /// <summary>The change did not happen.</summary>
    public abstract void Failed(Exception exception);
}
