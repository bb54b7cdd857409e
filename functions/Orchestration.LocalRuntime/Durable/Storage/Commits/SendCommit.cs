using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>Sends something that a client raised.</summary>
internal sealed class SendCommit(string instanceId, Arrival arrival) : ClientCommit<bool>
{
    /// <summary>The result is false when the instance does not exist or is finished.</summary>
    public override void Apply(StoreSession store)
    {
        var instance = store.Instances.Find(instanceId);
        Result = instance is { IsFinished: false };
        if (Result)
        {
            store.Send(instance!.Key, arrival);
        }
        else
        {
            store.DeleteFiles([.. new Turn(default, [arrival], []).Files]);
        }
    }
}
