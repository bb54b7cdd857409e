using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>A function that was found and is in order.</summary>
internal sealed class IndexedFunction(string name, MethodInfo method, Trigger trigger, IReadOnlyList<ParameterBinder> binders)
    : FunctionDefinition
{
    public Trigger Trigger { get; } = trigger;

    public FunctionCall Call { get; } = new(method, binders);

    public override string Name => name;

    // Names are unique, and stay the same from start to start.
    public override string Id => name;

    public override string EntryPoint => FunctionNames.EntryPoint(method);

    public override string PathToAssembly => method.Module.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(trigger.ParameterName, new TriggerMetadata(trigger));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(Trigger trigger) : BindingMetadata
    {
        public override string Name => trigger.ParameterName;

        public override string Type => trigger.Type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
