using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Http;
using Orchestration.LocalRuntime.Functions.Blobs;
using Orchestration.LocalRuntime.Functions.Durability;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Http;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>Decides once, at start, how each parameter gets its value.</summary>
internal static class ParameterBinding
{
    /// <returns>Null, with a problem, when nothing can give the parameter a value.</returns>
    public static ParameterBinder? Read(ParameterInfo parameter, Trigger trigger, IndexingContext context, Problems problems)
    {
        problems = problems.Within($"parameter '{parameter.Name}'");
        if (parameter.Name == trigger.ParameterName)
            return OrProblem(trigger.Bind(parameter.ParameterType), $"{trigger.Type} binds {trigger.Binds}, not {Name(parameter)}");
        if (parameter.GetCustomAttribute<FromBodyAttribute>() is not null)
        {
            return OrProblem(
                trigger is HttpFunctionTrigger ? JsonBody.Binder(parameter) : null, "[FromBody] needs an HTTP trigger");
        }

        switch (parameter.GetCustomAttribute<InputBindingAttribute>())
        {
            case DurableClientAttribute:
                return OrProblem(DurableClientBinding.Binder(parameter), $"[DurableClient] binds DurableTaskClient, not {Name(parameter)}");
            case BlobInputAttribute input:
                return BlobInput.Read(parameter, input, trigger, context, problems);
            case { } other:
                return OrProblem(null, $"{other.GetType().Name} is unknown to the local runtime");
        }

        if (parameter.ParameterType == typeof(FunctionContext))
            return invocation => new(invocation);
        if (parameter.ParameterType == typeof(CancellationToken))
            return invocation => new(invocation.CancellationToken);
        if (trigger.Values.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        {
            return OrProblem(
                ValueConversion.Supports(parameter.ParameterType) ? NamedValue(parameter) : null,
                $"a value by name can be a text, number, date, enum or GUID, not {Name(parameter)}");
        }

        return OrProblem(
            trigger.BindOther(parameter),
            $"nothing gives it a value: no binding attribute, and the trigger has no {{{parameter.Name}}}");

        ParameterBinder? OrProblem(ParameterBinder? binder, string problem)
        {
            if (binder is null)
                problems.Add(problem);
            return binder;
        }
    }

    private static ParameterBinder NamedValue(ParameterInfo parameter) => invocation =>
    {
        var value = invocation.BindingContext.BindingData.GetValueOrDefault(parameter.Name!);
        try
        {
            return new(ValueConversion.Convert(value, parameter.ParameterType));
        }
        catch (FormatException error)
        {
            throw new FunctionInputConverterException(
                $"Parameter '{parameter.Name}' of {invocation.Function.Name}: {error.Message}", error);
        }
    };

    private static string Name(ParameterInfo parameter) => parameter.ParameterType.Name;
}
