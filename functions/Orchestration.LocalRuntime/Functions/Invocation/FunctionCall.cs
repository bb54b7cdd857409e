using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>Calls a function's method: binds its parameters, makes its class from the scope, awaits its result.</summary>
internal sealed class FunctionCall
{
    private readonly MethodInvoker _method;
    private readonly ObjectFactory? _createInstance;
    private readonly IReadOnlyList<ParameterBinder> _binders;
    private readonly Func<object?, ValueTask<object?>> _awaitResult;

    public FunctionCall(MethodInfo method, IReadOnlyList<ParameterBinder> binders)
    {
        _method = MethodInvoker.Create(method);
        _createInstance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.ReflectedType!, Type.EmptyTypes);
        _binders = binders;
        _awaitResult = AwaitedResult.For(method.ReturnType);
    }

    public async Task<object?> InvokeAsync(FunctionInvocation invocation)
    {
        var arguments = new object?[_binders.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await _binders[i](invocation);
        var instance = _createInstance?.Invoke(invocation.InstanceServices, []);
        try
        {
            return await _awaitResult(_method.Invoke(instance, arguments.AsSpan()));
        }
        finally
        {
            await DisposeAsync(instance);
            foreach (var argument in arguments.OfType<Stream>())
                await argument.DisposeAsync();
        }
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
        }
    }
}
