using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>The end of an instance, or of one of its generations.</summary>
internal static class ConcludedTurn
{
    /// <summary>Begins the next generation with an empty history.</summary>
    /// <returns>The instance as it is then.</returns>
    public static InstanceRow Continue(StoreSession store, InstanceRow row, TurnOutcome outcome, ContinuedAsNew next)
    {
        var after = row with
        {
            Status = OrchestrationRuntimeStatus.Running,
            Updated = outcome.Turn.At,
            Generation = row.Generation + 1,
            Version = next.Version,
        };
        store.Instances.Continue(row.Key, after.Updated, after.Generation, after.Version, next.Input);
        store.History.DeleteOf(row.Key);
        store.Timers.DeleteOf(row.Key);

        // What this last turn read is no longer unread, but for what the next generation is sent.
        store.Payloads.Own(outcome.Turn.Files, row.Key, row.Generation);
        store.Send(row.Key, new Started(next.Input, outcome.Carried.Count == 0 ? null : outcome.Carried));
        store.DeleteFiles(store.Payloads.TakeBefore(row.Key, after.Generation));
        return after;
    }

    /// <summary>Ends the instance and tells who waits for it.</summary>
    public static void Finish(StoreSession store, InstanceRow row, DateTimeOffset at, Conclusion conclusion)
    {
        switch (conclusion)
        {
            case Completed completed:
                store.Instances.Finish(row.Key, OrchestrationRuntimeStatus.Completed, at, completed.Output, null);
                TellParent(store, row, task => new TaskSucceeded(task, completed.Output));
                break;
            case Failed failed:
                store.Instances.Finish(row.Key, OrchestrationRuntimeStatus.Failed, at, default, failed.Failure);
                TellParent(store, row, task => new TaskFailed(task, failed.Failure));
                break;
            case Terminated terminated:
                store.Instances.Finish(row.Key, OrchestrationRuntimeStatus.Terminated, at, terminated.Output, null);
                TellParent(store, row, task => new TaskFailed(task, new Failure(
                    "OrchestrationTerminated", $"The sub-orchestration '{row.InstanceId}' was terminated.")));
                TerminateChildren(store, row, terminated);
                break;
            default:
                throw new InvalidOperationException($"{conclusion.GetType().Name} does not end an instance.");
        }

        store.Timers.DeleteOf(row.Key);
        store.AfterCommit(effects =>
        {
            effects.Close(row.Key);
            effects.StatusChanged(row.InstanceId);
        });
    }

    private static void TellParent(StoreSession store, InstanceRow row, Func<int, Arrival> result)
    {
        if (row.Parent is { } parent)
        {
            store.SendToParent(parent.Key, result(parent.Task));
        }
    }

    private static void TerminateChildren(StoreSession store, InstanceRow row, Terminated terminated)
    {
        if (!terminated.Recursive)
        {
            return;
        }

        // A large output stays with the instance that it was meant for.
        var request = new TerminateRequested(terminated.Output.IsFile ? default : terminated.Output, Recursive: true);
        foreach (var child in store.Instances.Children(row.Key).Select(store.Instances.Get).OfType<InstanceRow>().Where(child => !child.IsFinished))
        {
            store.Send(child.Key, request);
        }
    }
}
