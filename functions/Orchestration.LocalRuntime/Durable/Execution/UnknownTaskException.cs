using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Execution;

/// <summary>No orchestrator or activity has this name; trying again does not help.</summary>
internal sealed class UnknownTaskException(string message) : Exception(message)
{
    public Failure ToFailure(string type) => new(type, Message, NonRetriable: true);
}
