using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Durability;

internal sealed class ActivityFunctionTrigger(string name, ParameterInfo parameter) : Trigger(parameter, "activityTrigger")
{
    /// <summary>What the engine knows it by.</summary>
    public string Name => name;

    /// <summary>What the engine turns the input into; null when the activity takes none.</summary>
    public Type? InputType { get; } = parameter.ParameterType == typeof(FunctionContext) ? null : parameter.ParameterType;

    public override string Description => Type;

    public override IReadOnlyCollection<string> Values { get; } = ["instanceId"];

    public override string Binds => "any type";

    public override ParameterBinder? Bind(Type type) =>
        InputType is null ? invocation => new(invocation) : invocation => new(((ActivityInvocation)invocation.Trigger).Input);
}
