using System.Reflection;
using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Durability;

internal sealed class OrchestratorFunctionTrigger(string name, ParameterInfo parameter) : Trigger(parameter, "orchestrationTrigger")
{
    private static readonly MethodInfo InputOf =
        typeof(OrchestratorFunctionTrigger).GetMethod(nameof(Input), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>What the engine knows it by.</summary>
    public string Name => name;

    public override string Description => Type;

    public override string Binds => nameof(TaskOrchestrationContext);

    public override ParameterBinder? Bind(Type type) =>
        type == typeof(TaskOrchestrationContext) ? invocation => new(invocation.Trigger) : null;

    /// <summary>The second parameter of an orchestrator is its input.</summary>
    public override ParameterBinder? BindOther(ParameterInfo other)
    {
        if (other.Position != 1)
            return null;
        var read = InputOf.MakeGenericMethod(other.ParameterType).CreateDelegate<Func<TaskOrchestrationContext, object?>>();
        return invocation => new(read((TaskOrchestrationContext)invocation.Trigger));
    }

    private static object? Input<T>(TaskOrchestrationContext context) => context.GetInput<T>();
}
