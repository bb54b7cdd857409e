using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Instances;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.Storage.Commits;

/// <summary>
/// One turn of one instance: what it read leaves the store, its history grows, and its activities, timers, sub-orchestrations and
/// messages enter the store, all at once.
/// </summary>
internal sealed class TurnCommit : Commit
{
    private readonly InstanceRow _row;
    private readonly IReadOnlyList<Decision> _decisions;
    private readonly Action<TurnCommit> _onSuccess;
    private readonly Action<TurnCommit, Exception> _onFailure;

    /// <param name="row">The instance before the turn.</param>
    /// <param name="letters">What the turn read.</param>
    /// <param name="outcome">What it led to.</param>
    /// <param name="payloads">Copies the large payloads that go to other instances.</param>
    /// <param name="onSuccess">Called on the writer's thread when the turn is on disk.</param>
    /// <param name="onFailure">Called on the writer's thread when it is not.</param>
    public TurnCommit(
        InstanceRow row,
        IReadOnlyList<Letter> letters,
        TurnOutcome outcome,
        PayloadSerializer payloads,
        Action<TurnCommit> onSuccess,
        Action<TurnCommit, Exception> onFailure)
    {
        _row = row;
        _onSuccess = onSuccess;
        _onFailure = onFailure;
        _decisions = [.. outcome.Turn.Decisions.Select(decision => ForOthers(decision, payloads))];
        Letters = letters;
        Outcome = outcome;
    }

    public TurnOutcome Outcome { get; }

    public IReadOnlyList<Letter> Letters { get; }

    /// <summary>The instance after the turn; null when the turn finished it, or when it is gone.</summary>
    public InstanceRow? RowAfter { get; private set; }

    public override void Apply(StoreSession store)
    {
        RowAfter = null;
        store.Consume(_row.Key, Letters);
        var status = Outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
        if (!store.Instances.Update(_row.Key, status, Outcome.Turn.At))
        {
            store.AfterCommit(effects => effects.Close(_row.Key));
            return;
        }

        if (_row.Status == OrchestrationRuntimeStatus.Pending)
        {
            store.AfterCommit(effects => effects.StatusChanged(_row.InstanceId));
        }

        if (Outcome.CustomStatus is { } customStatus)
        {
            store.Instances.SetCustomStatus(_row.Key, customStatus.Json);
        }

        foreach (var step in _decisions.OfType<Step>())
        {
            Apply(store, step);
        }

        RowAfter = Conclude(store, status);
    }

    public override void Succeeded() => _onSuccess(this);

    public override void Failed(Exception exception) => _onFailure(this, exception);

    private void Apply(StoreSession store, Step step)
    {
        switch (step)
        {
            case ActivityScheduled activity:
                var work = store.Activities.Insert(_row.Key, _row.InstanceId, activity);
                store.AfterCommit(effects => effects.Run(work));
                break;
            case TimerCreated timer when !Outcome.CancelledTimers.Contains(timer.Task):
                store.Timers.Insert(_row.Key, timer.Task, timer.FireAt);
                var letter = new Letter(new TimerFired(timer.Task), LetterRow.Timer, timer.Task);
                store.AfterCommit(effects => effects.TimerCreated(_row.Key, letter, timer.FireAt));
                break;
            case SubOrchestrationScheduled child:
                CreateChild(store, child);
                break;
            case EventSent sent when store.Instances.Find(sent.InstanceId) is { IsFinished: false } receiver:
                store.Send(receiver.Key, new EventRaised(sent.Name, sent.Payload));
                break;
        }
    }

    private void CreateChild(StoreSession store, SubOrchestrationScheduled child)
    {
        var existing = store.Instances.Find(child.InstanceId);
        if (existing is { IsFinished: false })
        {
            store.Send(_row.Key, new TaskFailed(child.Task, new Failure(
                "OrchestrationAlreadyExists",
                $"An orchestration instance with the id '{child.InstanceId}' already exists; its status is {existing.Status}.")));
            return;
        }

        var parent = new ParentLink(_row.Key, _row.InstanceId, _row.Name, child.Task);
        store.Create(
            new NewInstance(child.InstanceId, child.Name, child.Version, child.Input, Outcome.Turn.At, Parent: parent), existing);
    }

    private InstanceRow? Conclude(StoreSession store, OrchestrationRuntimeStatus status)
    {
        if (Outcome.Conclusion is ContinuedAsNew next)
        {
            return ConcludedTurn.Continue(store, _row, Outcome, next);
        }

        store.History.Append(_row.Key, Outcome.Turn);
        store.Payloads.Own(Outcome.Turn.Files, _row.Key, _row.Generation);
        foreach (var timer in Outcome.CancelledTimers)
        {
            store.Timers.Delete(_row.Key, timer);
        }

        if (Outcome.Conclusion is null)
        {
            return _row with { Status = status, Updated = Outcome.Turn.At };
        }

        ConcludedTurn.Finish(store, _row, Outcome.Turn.At, (Conclusion)_decisions[^1]);
        return null;
    }

    /// <summary>What another instance will own is copied; what this one owns stays as it is.</summary>
    private Decision ForOthers(Decision decision, PayloadSerializer payloads) => decision switch
    {
        SubOrchestrationScheduled { Input.IsFile: true } child => child with { Input = payloads.Copy(child.Input) },
        EventSent { Payload.IsFile: true } sent => sent with { Payload = payloads.Copy(sent.Payload) },
        Completed { Output.IsFile: true } completed when _row.Parent is not null =>
            completed with { Output = payloads.Copy(completed.Output) },
        _ => decision,
    };
}
