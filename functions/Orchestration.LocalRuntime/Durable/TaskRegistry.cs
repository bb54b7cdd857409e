using Microsoft.DurableTask;

namespace Orchestration.LocalRuntime.Durable;

/// <summary>The orchestrators and activities of the application, by name; names compare without case.</summary>
public sealed class TaskRegistry
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RegisteredActivity> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">There is an orchestrator of this name already.</exception>
    public void AddOrchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        _orchestrators.Add(name, run);
    }

    /// <param name="name">The name that orchestrators call.</param>
    /// <param name="inputType">What the input is deserialized to before the call; null when there is none.</param>
    /// <param name="run">The activity; called at least once for each time that an orchestrator calls it.</param>
    /// <exception cref="ArgumentException">There is an activity of this name already.</exception>
    public void AddActivity(string name, Type? inputType, Func<ActivityInvocation, Task<object?>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        _activities.Add(name, new RegisteredActivity(name, inputType, run));
    }

    internal Func<TaskOrchestrationContext, Task<object?>>? FindOrchestrator(string name) => _orchestrators.GetValueOrDefault(name);

    internal RegisteredActivity? FindActivity(string name) => _activities.GetValueOrDefault(name);

    internal string ExplainMissingOrchestrator(string name) => Explain("orchestrator", name, _orchestrators.Keys);

    internal string ExplainMissingActivity(string name) => Explain("activity", name, _activities.Keys);

    private static string Explain(string kind, string name, IEnumerable<string> known)
    {
        var near = NearNames.Find(name, known);
        return near.Count == 0
            ? $"There is no {kind} named '{name}', nor one whose name is near."
            : $"There is no {kind} named '{name}'. Names near it: {string.Join(", ", near.Select(other => $"'{other}'"))}.";
    }
}

internal sealed record RegisteredActivity(string Name, Type? InputType, Func<ActivityInvocation, Task<object?>> Run);
