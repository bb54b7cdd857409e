using DurableTask.Core.Exceptions;
using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>One generation of one orchestration, alive: the running orchestrator and what it waits for.</summary>
internal sealed class OrchestrationExecution
{
    private readonly ExecutionServices _services;
    private readonly OrchestrationIdentity _identity;
    private readonly OrchestratorThread _thread;
    private readonly OrchestratorContext _context;
    private readonly Queue<Arrival> _held = new();
    private Task<string?>? _main;
    private bool _isSuspended;
    private int _turns;

    public OrchestrationExecution(
        ExecutionServices services, OrchestrationIdentity identity, Action<InvalidOperationException> onViolation)
    {
        _services = services;
        _identity = identity;
        _thread = new OrchestratorThread(onViolation);
        _context = new OrchestratorContext(services, identity, _thread);
    }

    /// <summary>Repeats a turn of the past.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The orchestrator decides otherwise than it did.</exception>
    public void Replay(Turn turn)
    {
        _context.RepeatsHistory = true;
        Play(turn.At, turn.Arrivals);
        var (decided, _) = _context.Steps.Take();
        if (Conclude() is { } conclusion)
        {
            decided.Add(conclusion);
        }

        ReplayCheck.Compare(_turns++, turn.Decisions, decided);
        _context.TakeCustomStatus();
    }

    /// <summary>Takes the next turn.</summary>
    public TurnOutcome Run(DateTimeOffset at, IReadOnlyList<Arrival> arrivals)
    {
        _context.RepeatsHistory = false;
        Play(at, arrivals);
        var (decided, cancelledTimers) = _context.Steps.Take();
        var conclusion = Conclude();
        if (conclusion is not null)
        {
            decided.Add(conclusion);
        }

        _turns++;
        return new TurnOutcome(
            new Turn(at, arrivals, decided),
            cancelledTimers,
            _context.TakeCustomStatus(),
            _isSuspended,
            conclusion,
            conclusion is ContinuedAsNew ? _context.TakeCarriedEvents() : []);
    }

    private void Play(DateTimeOffset at, IReadOnlyList<Arrival> arrivals)
    {
        _context.Now = at.UtcDateTime;
        _thread.Run(() =>
        {
            foreach (var arrival in arrivals)
            {
                Deliver(arrival);
                _thread.RunPosted();
            }
        });
    }

    private void Deliver(Arrival arrival)
    {
        switch (arrival)
        {
            case SuspendRequested:
                _isSuspended = true;
                break;
            case ResumeRequested:
                Resume();
                break;
            case var _ when _isSuspended:
                _held.Enqueue(arrival);
                break;
            case Started started:
                Start(started);
                break;
            case TaskSucceeded succeeded:
                _context.Steps.Succeed(succeeded.Task, succeeded.Output);
                break;
            case TaskFailed failed:
                _context.Steps.Fail(failed.Task, failed.Failure);
                break;
            case TimerFired fired:
                _context.Steps.Succeed(fired.Task, default);
                break;
            case EventRaised raised:
                _context.Receive(raised);
                break;
            default:
                throw new InvalidOperationException($"An orchestrator does not receive {arrival.GetType().Name}.");
        }
    }

    private void Resume()
    {
        _isSuspended = false;
        while (!_isSuspended && _held.TryDequeue(out var arrival))
        {
            Deliver(arrival);
            _thread.RunPosted();
        }
    }

    private void Start(Started started)
    {
        _context.Input = started.Input;
        foreach (var raised in started.Carried ?? [])
        {
            _context.Receive(raised);
        }

        _main = MainAsync();
        _main.ContinueWith(
            _ => _thread.NoteCompletion(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <returns>The output as JSON.</returns>
    private async Task<string?> MainAsync()
    {
        var orchestrator = _services.Registry.FindOrchestrator(_identity.Name)
            ?? throw new UnknownTaskException(_services.Registry.ExplainMissingOrchestrator(_identity.Name));
        return _services.Payloads.ToJson(await orchestrator(_context));
    }

    /// <summary>
    /// Ends the generation when the orchestrator has returned and none of its steps is open: as in Durable Functions, a timer
    /// that was not cancelled keeps the instance running.
    /// </summary>
    private Conclusion? Conclude()
    {
        if (_thread.Violation is { } violation)
        {
            return new Failed(Failure.From(violation));
        }

        if (_isSuspended || _main is null || _context.Steps.HasOpenSteps)
        {
            return null;
        }

        if (!_main.IsCompleted)
        {
            return _context.HasEventWaits
                ? null
                : new Failed(Failure.From(_thread.Violate("The orchestrator awaits something that is not durable.")));
        }

        return _main.IsFaulted || _main.IsCanceled ? Fail() : Complete(_main.Result);
    }

    private Conclusion Complete(string? outputJson) => _context.Next is { } next
        ? new ContinuedAsNew(_services.Payloads.FromJson(next.InputJson), next.Version)
        : new Completed(_services.Payloads.FromJson(outputJson));

    private Failed Fail()
    {
        var exception = _main!.Exception?.InnerException ?? new TaskCanceledException(_main);
        return new Failed(exception is UnknownTaskException unknown ? unknown.ToFailure("OrchestratorTaskNotFound") : Failure.From(exception));
    }
}
