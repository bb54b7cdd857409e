namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>Deletes finished instances, and their sub-orchestrations when asked for.</summary>
internal sealed class PurgeCommit(IReadOnlyList<string> instanceIds, bool recursive, bool refusesUnfinished) : ClientCommit<int>
{
    public override void Apply(StoreSession store)
    {
        Result = 0;
        foreach (var instanceId in instanceIds)
        {
            if (store.Instances.Find(instanceId) is { } row)
            {
                Purge(store, row);
            }
        }
    }

    private void Purge(StoreSession store, InstanceRow row)
    {
        if (!row.IsFinished)
        {
            Refusal ??= refusesUnfinished
                ? new InvalidOperationException(
                    $"Only a finished orchestration can be purged; '{row.InstanceId}' has status {row.Status}.")
                : null;
            return;
        }

        var children = recursive ? store.Instances.Children(row.Key) : [];
        store.Delete(row);
        Result++;
        foreach (var child in children.Select(store.Instances.Get).OfType<InstanceRow>().Where(child => child.IsFinished))
        {
            Purge(store, child);
        }
    }
}
