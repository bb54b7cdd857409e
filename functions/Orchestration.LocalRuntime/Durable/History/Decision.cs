using System.Text.Json.Serialization;
using Orchestration.LocalRuntime.Durable.Payloads;

namespace Orchestration.LocalRuntime.Durable.History;

/// <summary>Something that an orchestrator decided.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ActivityScheduled), "activityScheduled")]
[JsonDerivedType(typeof(SubOrchestrationScheduled), "subOrchestrationScheduled")]
[JsonDerivedType(typeof(TimerCreated), "timerCreated")]
[JsonDerivedType(typeof(EventSent), "eventSent")]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Terminated), "terminated")]
[JsonDerivedType(typeof(ContinuedAsNew), "continuedAsNew")]
internal abstract record Decision
{
    /// <summary>The payload, if there is one. A method, because the serializer writes overridden properties whatever their base says.</summary>
    public virtual Payload Content() => default;
}

/// <summary>A step with a number of its own, counted from 0 in each generation.</summary>
internal abstract record Step([property: JsonPropertyOrder(-1)] int Task) : Decision;

internal sealed record ActivityScheduled(
    int Task, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Input) : Step(Task)
{
    public override Payload Content() => Input;
}

internal sealed record SubOrchestrationScheduled(
    int Task,
    string Name,
    string InstanceId,
    string Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Input) : Step(Task)
{
    public override Payload Content() => Input;
}

internal sealed record TimerCreated(int Task, DateTimeOffset FireAt) : Step(Task);

internal sealed record EventSent(
    int Task,
    string InstanceId,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Payload) : Step(Task)
{
    public override Payload Content() => Payload;
}

/// <summary>A decision that ends the generation.</summary>
internal abstract record Conclusion : Decision;

internal sealed record Completed(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Output) : Conclusion
{
    public override Payload Content() => Output;
}

internal sealed record Failed(Failure Failure) : Conclusion;

internal sealed record Terminated(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Output, bool Recursive) : Conclusion
{
    public override Payload Content() => Output;
}

internal sealed record ContinuedAsNew(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Payload Input, string Version) : Conclusion
{
    public override Payload Content() => Input;
}
