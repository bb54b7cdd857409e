using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.Indexing;

namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>The <see cref="FunctionContext"/> that middleware and functions see, with what the runtime itself needs of it.</summary>
/// <param name="function">What runs.</param>
/// <param name="trigger">What started it: a request, a message, a blob, an orchestration, an activity.</param>
/// <param name="values">Named values that came with the trigger.</param>
/// <param name="scopes">Makes the scope of the invocation, if it comes to need one.</param>
/// <param name="cancellation">Handed to the function.</param>
internal sealed class FunctionInvocation(
    IndexedFunction function,
    object trigger,
    IReadOnlyDictionary<string, object?> values,
    IServiceScopeFactory scopes,
    CancellationToken cancellation) : FunctionContext, IAsyncDisposable
{
    private string? _id;
    private AsyncServiceScope? _scope;
    private IServiceProvider? _services;

    public IndexedFunction Function => function;

    public object Trigger => trigger;

    /// <summary>What the function returned, once it did.</summary>
    public object? Result { get; set; }

#pragma warning disable RS0030 // An invocation has no identity of its own; nothing derives from this one.
    public override string InvocationId => _id ??= Guid.NewGuid().ToString();
#pragma warning restore RS0030

    public override string FunctionId => function.Id;

    public override TraceContext TraceContext { get; } = new CurrentTrace();

    public override BindingContext BindingContext { get; } = new Values(values);

    public override RetryContext RetryContext { get; } = new NoRetries();

    public override IServiceProvider InstanceServices
    {
        get => _services ??= (_scope = scopes.CreateAsyncScope()).Value.ServiceProvider;
        set => _services = value;
    }

    public override FunctionDefinition FunctionDefinition => function;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation;

    public ValueTask DisposeAsync() => _scope?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class CurrentTrace : TraceContext
    {
        public override string TraceParent { get; } = Activity.Current?.Id ?? "";

        public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
    }

    private sealed class Values(IReadOnlyDictionary<string, object?> values) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => values;
    }

    // Only timer triggers have function-level retries.
    private sealed class NoRetries : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
