using System.Text.Json.Serialization;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>Something that reached an orchestration.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(TaskSucceeded), "taskSucceeded")]
[JsonDerivedType(typeof(TaskFailed), "taskFailed")]
[JsonDerivedType(typeof(TimerFired), "timerFired")]
[JsonDerivedType(typeof(EventRaised), "eventRaised")]
[JsonDerivedType(typeof(SuspendRequested), "suspendRequested")]
[JsonDerivedType(typeof(ResumeRequested), "resumeRequested")]
[JsonDerivedType(typeof(TerminateRequested), "terminateRequested")]
internal abstract record Arrival
{
    /// <summary>The payload, if there is one. A method, because the serializer writes overridden properties whatever their base says.</summary>
    public virtual Payload Content() => default;
}

/// <summary>The first arrival of each generation, with the events that the previous one left unread.</summary>
internal sealed record Started(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Input,
    IReadOnlyList<EventRaised>? Carried = null) : Arrival
{
    public override Payload Content() => Input;
}

/// <summary>An activity or sub-orchestration completed.</summary>
internal sealed record TaskSucceeded(
    int Task, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Output) : Arrival
{
    public override Payload Content() => Output;
}

/// <summary>An activity or sub-orchestration failed.</summary>
internal sealed record TaskFailed(int Task, Failure Failure) : Arrival;

internal sealed record TimerFired(int Task) : Arrival;

internal sealed record EventRaised(
    string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Payload) : Arrival
{
    public override Payload Content() => Payload;
}

internal sealed record SuspendRequested(string? Reason) : Arrival;

internal sealed record ResumeRequested(string? Reason) : Arrival;

internal sealed record TerminateRequested(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Output, bool Recursive) : Arrival
{
    public override Payload Content() => Output;
}
