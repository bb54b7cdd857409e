using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.HostJson;
using Orchestration.LocalRuntime.Functions.Indexing;

namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>Runs functions inside of the app's middleware.</summary>
internal sealed class FunctionInvoker
{
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeSpan? _timeout;
    private readonly TimeProvider _time;
    private readonly FunctionExecutionDelegate _pipeline;

    public FunctionInvoker(
        IServiceScopeFactory scopes,
        HostSettings settings,
        LocalRuntimeOptions options,
        IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        (_scopes, _timeout, _time) = (scopes, settings.FunctionTimeout, options.SystemTime);
        FunctionExecutionDelegate innermost = async context =>
        {
            var invocation = (FunctionInvocation)context;
            invocation.Result = await invocation.Function.Call.InvokeAsync(invocation);
        };
        _pipeline = middleware.Reverse().Aggregate(innermost, (next, wrap) => wrap(next));
    }

    /// <summary>Runs a function once, no longer than host.json allows.</summary>
    /// <param name="function">What to run.</param>
    /// <param name="trigger">What started it.</param>
    /// <param name="values">Named values that came with the trigger.</param>
    /// <param name="services">Services that already belong to this invocation alone; null to make a scope.</param>
    /// <param name="cancellation">Asks the function to end early.</param>
    /// <exception cref="TimeoutException">The function took too long and ended because of it.</exception>
    public async Task<object?> RunAsync(
        IndexedFunction function,
        object trigger,
        IReadOnlyDictionary<string, object?> values,
        IServiceProvider? services,
        CancellationToken cancellation)
    {
        // In one process a function that ignores its token cannot be ended; on Azure the worker would be restarted.
        using var limit = _timeout is { } timeout ? new CancellationTokenSource(timeout, _time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await RunUntimedAsync(function, trigger, values, services, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{function.Name} took longer than functionTimeout ({_timeout}) of host.json.");
        }
    }

    /// <summary>Runs a function whose time somebody else watches.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<object?> RunUntimedAsync(
        IndexedFunction function,
        object trigger,
        IReadOnlyDictionary<string, object?> values,
        IServiceProvider? services,
        CancellationToken cancellation)
    {
        await using var invocation = new FunctionInvocation(function, trigger, values, _scopes, cancellation);
        if (services is not null)
            invocation.InstanceServices = services;
        await _pipeline(invocation);
        return invocation.Result;
    }
}
