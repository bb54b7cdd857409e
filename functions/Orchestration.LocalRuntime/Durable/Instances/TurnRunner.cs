using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.Extensions.Logging;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>Takes the turns of orchestrators: rebuilds them from their history when they are not alive, and runs their next step.</summary>
internal sealed class TurnRunner(ExecutionServices services, StoreReader reader, TimeProvider time, ILogger logger)
{
    /// <summary>Reads what the slot does not know of its instance.</summary>
    /// <returns>False when the instance is finished or gone.</returns>
    public bool Load(InstanceSlot slot)
    {
        if (slot.Row is null && reader.Get(slot.Key) is { IsFinished: false } row)
        {
            slot.Row = row;
            slot.IsStarted = reader.HasHistory(slot.Key);
        }

        return slot.Row is not null;
    }

    /// <summary>Takes one turn.</summary>
    /// <param name="slot">The instance, loaded.</param>
    /// <param name="arrivals">What it reads.</param>
    /// <param name="violation">A rule that it broke since its last turn.</param>
    /// <param name="onViolation">Called when it breaks one between turns.</param>
    public TurnOutcome Run(
        InstanceSlot slot,
        IReadOnlyList<Arrival> arrivals,
        Violation? violation,
        Action<InvalidOperationException> onViolation)
    {
        var at = time.GetUtcNow();
        if (arrivals.OfType<TerminateRequested>().FirstOrDefault() is { } request)
        {
            return End(at, arrivals, new Terminated(request.Output, request.Recursive));
        }

        if (violation?.Generation == slot.Row!.Generation)
        {
            return End(at, arrivals, new Failed(Failure.From(violation.Error)));
        }

        try
        {
            slot.Live ??= Rebuild(slot.Row, onViolation);
        }
        catch (Exception exception) when (exception is NonDeterministicOrchestrationException or JsonException)
        {
            logger.LogError(exception, "Orchestration '{InstanceId}' cannot be replayed; it fails.", slot.Row.InstanceId);
            return End(at, arrivals, new Failed(Failure.From(exception)));
        }

        var outcome = slot.Live.Run(at, arrivals);
        if (outcome.Conclusion is Failed failed)
        {
            logger.LogWarning("Orchestration '{InstanceId}' failed: {Failure}", slot.Row.InstanceId, failed.Failure);
        }

        return outcome;
    }

    private static TurnOutcome End(DateTimeOffset at, IReadOnlyList<Arrival> arrivals, Conclusion conclusion) =>
        new(new Turn(at, arrivals, [conclusion]), new HashSet<int>(), null, false, conclusion, []);

    private OrchestrationExecution Rebuild(InstanceRow row, Action<InvalidOperationException> onViolation)
    {
        var execution = new OrchestrationExecution(services, row.Identity, onViolation);
        foreach (var turn in reader.History(row.Key))
        {
            execution.Replay(turn);
        }

        return execution;
    }
}
