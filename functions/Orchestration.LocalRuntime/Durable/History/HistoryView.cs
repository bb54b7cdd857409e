using DurableTask.Core.History;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>Shows turns as the events of Durable Task's own histories.</summary>
internal static class HistoryView
{
    private const int Incoming = -1;

    public static IList<HistoryEvent> Of(InstanceRow row, IReadOnlyList<Turn> turns, PayloadSerializer payloads)
    {
        var events = new List<HistoryEvent>();
        var steps = turns.SelectMany(turn => turn.Decisions).OfType<Step>().ToDictionary(step => step.Task);
        foreach (var turn in turns)
        {
            var first = events.Count;
            events.Add(new OrchestratorStartedEvent(Incoming));
            events.AddRange(turn.Arrivals.SelectMany(arrival => Of(arrival, row, steps, payloads)));
            events.AddRange(turn.Decisions.Select(decision => Of(decision, steps.Count, payloads)));
            events.Add(new OrchestratorCompletedEvent(Incoming));
            foreach (var added in events.Skip(first))
            {
                added.Timestamp = turn.At.UtcDateTime;
                added.IsPlayed = true;
            }
        }

        return events;
    }

    private static IEnumerable<HistoryEvent> Of(
        Arrival arrival, InstanceRow row, Dictionary<int, Step> steps, PayloadSerializer payloads)
    {
        var content = payloads.ReadJson(arrival.Content());
        return arrival switch
        {
            Started started =>
            [
                new ExecutionStartedEvent(Incoming, content) { Name = row.Name, Version = row.Version },
                .. (started.Carried ?? []).SelectMany(carried => Of(carried, row, steps, payloads)),
            ],
            TaskSucceeded succeeded =>
            [
                steps[succeeded.Task] is SubOrchestrationScheduled
                    ? new SubOrchestrationInstanceCompletedEvent(Incoming, succeeded.Task, content)
                    : new TaskCompletedEvent(Incoming, succeeded.Task, content),
            ],
            TaskFailed { Failure: var failure, Task: var task } =>
            [
                steps[task] is SubOrchestrationScheduled
                    ? new SubOrchestrationInstanceFailedEvent(Incoming, task, failure.Message, failure.StackTrace, failure.ToCore())
                    : new TaskFailedEvent(Incoming, task, failure.Message, failure.StackTrace, failure.ToCore()),
            ],
            TimerFired fired =>
                [new TimerFiredEvent(Incoming, ((TimerCreated)steps[fired.Task]).FireAt.UtcDateTime) { TimerId = fired.Task }],
            EventRaised raised => [new EventRaisedEvent(Incoming, content) { Name = raised.Name }],
            SuspendRequested suspend => [new ExecutionSuspendedEvent(Incoming, suspend.Reason)],
            ResumeRequested resume => [new ExecutionResumedEvent(Incoming, resume.Reason)],
            _ => [new ExecutionTerminatedEvent(Incoming, content)],
        };
    }

    private static HistoryEvent Of(Decision decision, int conclusionId, PayloadSerializer payloads)
    {
        var content = payloads.ReadJson(decision.Content());
        return decision switch
        {
            ActivityScheduled activity => new TaskScheduledEvent(activity.Task) { Name = activity.Name, Input = content },
            SubOrchestrationScheduled child => new SubOrchestrationInstanceCreatedEvent(child.Task)
            {
                Name = child.Name,
                Version = child.Version,
                InstanceId = child.InstanceId,
                Input = content,
            },
            TimerCreated timer => new TimerCreatedEvent(timer.Task, timer.FireAt.UtcDateTime),
            EventSent sent => new EventSentEvent(sent.Task) { InstanceId = sent.InstanceId, Name = sent.Name, Input = content },
            ContinuedAsNew => new ContinueAsNewEvent(conclusionId, content),
            Failed failed => new ExecutionCompletedEvent(conclusionId, failed.Failure.ToString()),
            _ => new ExecutionCompletedEvent(conclusionId, content),
        };
    }
}
