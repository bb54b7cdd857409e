using System.Text.Json;
using Orchestration.LocalRuntime.Durable.Payloads;
using Orchestration.LocalRuntime.Durable.Storage;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>Writes an instance's history as a file of its own: readable, stable, without references to other files.</summary>
internal static class HistoryExport
{
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public static string Write(StoreReader reader, PayloadSerializer payloads, string instanceId)
    {
        var row = reader.Find(instanceId)
            ?? throw new ArgumentException($"There is no orchestration instance with the id '{instanceId}'.", nameof(instanceId));
        var history = new ExportedHistory(
            row.Name,
            row.InstanceId,
            row.Version,
            row.Generation,
            row.Parent is { } parent ? new ExportedParent(parent.Name, parent.InstanceId) : null,
            [.. reader.History(row.Key).Select(turn => InPlace(turn, payloads))]);
        return JsonSerializer.Serialize(history, HistoryJson.Readable.ExportedHistory) + "\n";
    }

    /// <exception cref="JsonException">The text is not an exported history.</exception>
    public static ExportedHistory Read(string json) =>
        JsonSerializer.Deserialize(json, HistoryJson.Readable.ExportedHistory) ?? throw new JsonException("The history is empty.");

    private static Turn InPlace(Turn turn, PayloadSerializer payloads) => turn with
    {
        Arrivals = [.. turn.Arrivals.Select(arrival => InPlace(arrival, payloads))],
        Decisions = [.. turn.Decisions.Select(decision => InPlace(decision, payloads))],
    };

    private static Arrival InPlace(Arrival arrival, PayloadSerializer payloads) => arrival switch
    {
        Started started => started with
        {
            Input = InPlace(started.Input, payloads),
            Carried = started.Carried?.Select(carried => (EventRaised)InPlace(carried, payloads)).ToList(),
        },
        TaskSucceeded succeeded => succeeded with { Output = InPlace(succeeded.Output, payloads) },
        EventRaised raised => raised with { Payload = InPlace(raised.Payload, payloads) },
        TerminateRequested terminate => terminate with { Output = InPlace(terminate.Output, payloads) },
        _ => arrival,
    };

    private static Decision InPlace(Decision decision, PayloadSerializer payloads) => decision switch
    {
        ActivityScheduled activity => activity with { Input = InPlace(activity.Input, payloads) },
        SubOrchestrationScheduled child => child with { Input = InPlace(child.Input, payloads) },
        EventSent sent => sent with { Payload = InPlace(sent.Payload, payloads) },
        Completed completed => completed with { Output = InPlace(completed.Output, payloads) },
        Terminated terminated => terminated with { Output = InPlace(terminated.Output, payloads) },
        ContinuedAsNew next => next with { Input = InPlace(next.Input, payloads) },
        _ => decision,
    };

    private static Payload InPlace(Payload payload, PayloadSerializer payloads) => new(payloads.ReadJson(payload));
}
