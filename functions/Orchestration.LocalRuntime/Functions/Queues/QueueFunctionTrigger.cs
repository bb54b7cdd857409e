using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Indexing;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Queues;

internal sealed class QueueFunctionTrigger(ParameterInfo parameter, string queue, string? connection, JsonSerializerOptions json)
    : Trigger(parameter, "queueTrigger")
{
    public string Queue => queue;

    public string? Connection => connection;

    public override string Description => $"{Type} {queue}";

    public override IReadOnlyCollection<string> Values => QueueMessages.ValueNames;

    public override string Binds => "QueueMessage, string, BinaryData, byte[] or a type read from JSON";

    /// <returns>Null, with a problem, when the name holds a setting that is not set.</returns>
    public static QueueFunctionTrigger? Read(
        ParameterInfo parameter, QueueTriggerAttribute attribute, IndexingContext context, Problems problems)
    {
        context.RequireConnection(attribute.Connection, "queue", problems);
        if (context.Resolve(attribute.QueueName, problems) is not { } queue)
            return null;
        if (!FunctionNames.IsQueue(queue))
            problems.Add($"'{queue}' is not the name of a queue: 3 to 63 lower-case letters, digits and single '-'");
        return new QueueFunctionTrigger(parameter, queue, attribute.Connection, context.Options.Json);
    }

    public override ParameterBinder? Bind(Type type)
    {
        if (type == typeof(QueueMessage))
            return invocation => new(invocation.Trigger);
        if (type == typeof(BinaryData))
            return invocation => new(Message(invocation).Body);
        if (type == typeof(string))
            return invocation => new(Message(invocation).Body.ToString());
        if (type == typeof(byte[]))
            return invocation => new(Message(invocation).Body.ToArray());
        return type.IsAbstract || type.IsInterface ? null : Json(type);
    }

    private ParameterBinder Json(Type type) => invocation =>
    {
        try
        {
            return new(JsonSerializer.Deserialize(Message(invocation).Body.ToMemory().Span, type, json));
        }
        catch (JsonException error)
        {
            throw new FunctionInputConverterException(
                $"The message of {invocation.Function.Name} is not a {type.Name}: {error.Message}", error);
        }
    };

    private static QueueMessage Message(FunctionInvocation invocation) => (QueueMessage)invocation.Trigger;
}
