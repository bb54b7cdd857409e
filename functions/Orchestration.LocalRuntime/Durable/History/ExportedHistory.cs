namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>The present generation of one instance, as a file that replay tests keep.</summary>
internal sealed record ExportedHistory(
    string Orchestrator,
    string InstanceId,
    string Version,
    int Generation,
    ExportedParent? Parent,
    IReadOnlyList<Turn> Turns);

internal sealed record ExportedParent(string Orchestrator, string InstanceId);
