using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Durable;
using Orchestration.LocalRuntime.Tests.Durable.Support;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>Our engine, with business time that skips.</summary>
internal sealed class LocalHarness(TestEngine engine) : IDurableHarness
{
    public DurableTaskClient Client => engine.Client;

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}

internal sealed class LocalFunctions(TaskRegistry registry) : IFunctions
{
    public void Orchestrator<TIn, TOut>(string name, Func<TaskOrchestrationContext, TIn, Task<TOut>> run) =>
        registry.AddOrchestrator(name, async context => await run(context, context.GetInput<TIn>()!));

    public void Activity<TIn, TOut>(string name, Func<TIn, Task<TOut>> run) =>
        registry.AddActivity(name, typeof(TIn), async invocation => await run((TIn)invocation.Input!));
}
