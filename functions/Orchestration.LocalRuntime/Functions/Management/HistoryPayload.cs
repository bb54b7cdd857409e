using System.Text.Json.Nodes;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Functions.Management;

/// <summary>
/// A history as the extension shows it: turns are left out, and what was scheduled and ended is one event. Properties come in alphabetical
/// order, as in the documentation.
/// </summary>
internal static class HistoryPayload
{
    public static JsonArray Of(
        IList<HistoryEvent> history, OrchestrationRuntimeStatus status, bool showInput, bool showOutput)
    {
        var ended = history.Select(ScheduledId).OfType<int>().ToHashSet();
        var scheduled = history.Where(each => ended.Contains(each.EventId)).ToDictionary(each => each.EventId);
        return
        [
            .. history
                .Where(each => each is not (OrchestratorStartedEvent or OrchestratorCompletedEvent) && !ended.Contains(each.EventId))
                .Select(each => Show(each, [.. Of(each, status, showOutput), .. Of(ScheduledId(each) is { } id ? scheduled[id] : null)], showInput)),
        ];
    }

    private static JsonObject Show(HistoryEvent shown, IEnumerable<(string Name, JsonNode? Value)> properties, bool showInput) => new(properties
        .Append(("EventType", shown.EventType.ToString()))
        .Append(("Timestamp", shown.Timestamp))
        .Where(property => showInput || property.Name != "Input")
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => new KeyValuePair<string, JsonNode?>(property.Name, property.Value)));

    private static IEnumerable<(string Name, JsonNode? Value)> Of(HistoryEvent shown, OrchestrationRuntimeStatus status, bool showOutput) => shown switch
    {
        ExecutionStartedEvent started => [("FunctionName", started.Name), ("Input", started.Input)],
        TaskScheduledEvent task => [("Name", task.Name), ("Input", task.Input)],
        TaskCompletedEvent task => Result(task.Result, showOutput),
        TaskFailedEvent task => [("Reason", task.Reason), ("Details", task.Details)],
        SubOrchestrationInstanceCreatedEvent child => [("Name", child.Name), ("InstanceId", child.InstanceId), ("Input", child.Input)],
        SubOrchestrationInstanceCompletedEvent child => Result(child.Result, showOutput),
        SubOrchestrationInstanceFailedEvent child => [("Reason", child.Reason), ("Details", child.Details)],
        TimerCreatedEvent timer => [("FireAt", timer.FireAt)],
        TimerFiredEvent timer => [("FireAt", timer.FireAt)],
        EventRaisedEvent raised => [("Name", raised.Name), ("Input", raised.Input)],
        EventSentEvent sent => [("Name", sent.Name), ("InstanceId", sent.InstanceId), ("Input", sent.Input)],
        ExecutionSuspendedEvent suspended => [("Reason", suspended.Reason)],
        ExecutionResumedEvent resumed => [("Reason", resumed.Reason)],
        ExecutionTerminatedEvent terminated => [("Input", terminated.Input)],
        ExecutionCompletedEvent completed => [("OrchestrationStatus", status.ToString()), .. Result(completed.Result, showOutput)],
        _ => [],
    };

    /// <summary>What an event that ends something takes from the one that scheduled it.</summary>
    private static IEnumerable<(string Name, JsonNode? Value)> Of(HistoryEvent? scheduled) => scheduled switch
    {
        TaskScheduledEvent task => [("FunctionName", task.Name), ("Input", task.Input), ("ScheduledTime", task.Timestamp)],
        SubOrchestrationInstanceCreatedEvent child =>
            [("FunctionName", child.Name), ("Input", child.Input), ("ScheduledTime", child.Timestamp)],
        _ => [],
    };

    private static IEnumerable<(string Name, JsonNode? Value)> Result(string? result, bool isShown) =>
        isShown ? [("Result", StatusPayload.Value(result))] : [];

    private static int? ScheduledId(HistoryEvent ending) => ending switch
    {
        TaskCompletedEvent task => task.TaskScheduledId,
        TaskFailedEvent task => task.TaskScheduledId,
        SubOrchestrationInstanceCompletedEvent child => child.TaskScheduledId,
        SubOrchestrationInstanceFailedEvent child => child.TaskScheduledId,
        _ => null,
    };
}
