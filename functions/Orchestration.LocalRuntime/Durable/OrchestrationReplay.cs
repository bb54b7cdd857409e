using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestration.LocalRuntime.Durable.Execution;
using Orchestration.LocalRuntime.Durable.History;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable;

/// <summary>Replays exported histories against the present code: the test that a change of an orchestrator keeps running instances alive.</summary>
public static class OrchestrationReplay
{
    /// <param name="registry">Holds the orchestrator as it is now; activities are not called.</param>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="historyJson">What <see cref="DurableEngine.ExportHistoryAsync"/> wrote.</param>
    /// <param name="json">The JSON configuration of the engine that wrote it; camelCase by default.</param>
    /// <exception cref="NonDeterministicOrchestrationException">The orchestrator decides otherwise than the history says.</exception>
    /// <exception cref="ArgumentException">The history belongs to another orchestrator.</exception>
    /// <exception cref="JsonException">The text is not an exported history.</exception>
    public static Task RunAsync(TaskRegistry registry, string orchestratorName, string historyJson, JsonSerializerOptions? json = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var history = HistoryExport.Read(historyJson);
        if (new TaskName(history.Orchestrator) != new TaskName(orchestratorName))
        {
            throw new ArgumentException($"The history is one of '{history.Orchestrator}', not of '{orchestratorName}'.", nameof(historyJson));
        }

        // The pool gives the orchestrator a thread with a clean context, as the engine does.
        using var flow = ExecutionContext.SuppressFlow();
        return Task.Run(() => Replay(registry, history, json ?? new JsonSerializerOptions(JsonSerializerDefaults.Web)));
    }

    private static void Replay(TaskRegistry registry, ExportedHistory history, JsonSerializerOptions json)
    {
        // An exported history holds its payloads in place: nothing is read from files, and a replay writes none.
        var payloads = new PayloadSerializer(json, new PayloadFiles(""), int.MaxValue);
        var services = new ExecutionServices(registry, payloads, NullLoggerFactory.Instance, TimeSpan.FromDays(3));
        var parent = history.Parent is { } link ? new ParentLink(0, link.InstanceId, link.Orchestrator, 0) : null;
        var execution = new OrchestrationExecution(
            services,
            new OrchestrationIdentity(history.InstanceId, history.Orchestrator, history.Version, history.Generation, parent),
            _ => { });
        foreach (var turn in history.Turns.TakeWhile(turn => !turn.Arrivals.OfType<TerminateRequested>().Any()))
        {
            execution.Replay(turn);
        }
    }
}
