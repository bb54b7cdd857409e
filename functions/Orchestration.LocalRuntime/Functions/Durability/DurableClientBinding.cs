using System.Reflection;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Durability;

/// <summary>Binds <c>[DurableClient]</c>.</summary>
internal static class DurableClientBinding
{
    /// <returns>Null when the parameter has another type.</returns>
    public static ParameterBinder? Binder(ParameterInfo parameter) => parameter.ParameterType == typeof(DurableTaskClient)
        ? invocation => new(invocation.InstanceServices.GetRequiredService<DurableRuntime>().Engine.Client)
        : null;
}
