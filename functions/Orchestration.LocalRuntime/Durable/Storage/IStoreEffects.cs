using Orchestration.LocalRuntime.Durable.Activities;
using Orchestration.LocalRuntime.Durable.Instances;

namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>What follows from a commit, once it is on disk. Called on the writer's thread: quick, and never waiting for a commit.</summary>
internal interface IStoreEffects
{
    /// <summary>A new instance has its first letter coming.</summary>
    void Open(InstanceRow row);

    void Deliver(long instance, Letter letter);

    void Run(ActivityWork work);

    /// <param name="instance">The key of the instance.</param>
    /// <param name="letter">What to deliver when the moment comes.</param>
    /// <param name="fireAt">The moment.</param>
    void TimerCreated(long instance, Letter letter, DateTimeOffset fireAt);

    /// <summary>An instance was created, left its pending state, or ended.</summary>
    void StatusChanged(string instanceId);

    /// <summary>An instance is finished or gone: nothing reaches it any more.</summary>
    void Close(long instance);

    void DeleteFiles(IReadOnlyList<string> files);
}
