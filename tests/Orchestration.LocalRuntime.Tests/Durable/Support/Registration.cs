using Microsoft.DurableTask;
using Orchestration.LocalRuntime.Durable;

namespace Orchestration.LocalRuntime.Tests.Durable.Support;

/// <summary>Registers functions with their own types.</summary>
public static class Registration
{
    public static void Orchestrator<TOut>(this TaskRegistry registry, string name, Func<TaskOrchestrationContext, Task<TOut>> run) =>
        registry.AddOrchestrator(name, async context => await run(context));

    public static void Orchestrator(this TaskRegistry registry, string name, Func<TaskOrchestrationContext, Task> run) =>
        registry.AddOrchestrator(name, async context =>
        {
            await run(context);
            return null;
        });

    public static void Activity<TIn, TOut>(this TaskRegistry registry, string name, Func<TIn, TOut> run) =>
        registry.AddActivity(name, typeof(TIn), invocation => Task.FromResult<object?>(run((TIn)invocation.Input!)));

    public static void ActivityAsync<TIn, TOut>(this TaskRegistry registry, string name, Func<TIn, CancellationToken, Task<TOut>> run) =>
        registry.AddActivity(name, typeof(TIn), async invocation => await run((TIn)invocation.Input!, invocation.Cancellation));
}
