using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for each message of a Storage queue.</summary>
/// <param name="queueName">Queue name, or <c>%Setting%</c>.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>Name of the connection setting; <c>AzureWebJobsStorage</c> when absent.</summary>
    public string? Connection { get; set; }
}
