using Microsoft.DurableTask.Client;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>A durable engine with functions: all that a conformance test knows of it.</summary>
public interface IDurableHarness : IAsyncDisposable
{
    DurableTaskClient Client { get; }
}
