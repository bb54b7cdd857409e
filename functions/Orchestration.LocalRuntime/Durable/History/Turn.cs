using System.Text.Json.Serialization;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>One step of an orchestration: when it ran, what had reached it, and what it decided. Committed as a whole.</summary>
internal sealed record Turn(DateTimeOffset At, IReadOnlyList<Arrival> Arrivals, IReadOnlyList<Decision> Decisions)
{
    /// <summary>The files of the turn's large payloads.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => Arrivals.Select(arrival => arrival.Content().File)
        .Concat(Arrivals.OfType<Started>().SelectMany(started => started.Carried ?? []).Select(raised => raised.Content().File))
        .Concat(Decisions.Select(decision => decision.Content().File))
        .OfType<string>();
}
