using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Http;

/// <summary>
/// Binds <c>[FromBody]</c>. A body that does not fit fails the invocation, as on Azure: a function that wants to answer 400 reads
/// the body itself.
/// </summary>
internal static class JsonBody
{
    public static ParameterBinder Binder(ParameterInfo parameter) => async invocation =>
    {
        var request = ((HttpContext)invocation.Trigger).Request;
        var json = invocation.InstanceServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        try
        {
            return await request.ReadFromJsonAsync(parameter.ParameterType, json, invocation.CancellationToken);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FunctionInputConverterException(
                $"The body does not fit parameter '{parameter.Name}' of {invocation.Function.Name}: {error.Message}", error);
        }
    };
}
