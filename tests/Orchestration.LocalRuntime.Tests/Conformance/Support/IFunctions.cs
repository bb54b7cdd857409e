using Microsoft.DurableTask;

namespace Orchestration.LocalRuntime.Tests.Conformance.Support;

/// <summary>What a test registers. Inputs have types, as the second parameter of an orchestrator function has.</summary>
public interface IFunctions
{
    void Orchestrator<TIn, TOut>(string name, Func<TaskOrchestrationContext, TIn, Task<TOut>> run);

    void Activity<TIn, TOut>(string name, Func<TIn, Task<TOut>> run);
}

public static class FunctionsExtensions
{
    public static void Orchestrator<TOut>(this IFunctions functions, string name, Func<TaskOrchestrationContext, Task<TOut>> run) =>
        functions.Orchestrator<object?, TOut>(name, (context, _) => run(context));

    public static void Orchestrator(this IFunctions functions, string name, Func<TaskOrchestrationContext, Task> run) =>
        functions.Orchestrator<object?, object?>(name, async (context, _) =>
        {
            await run(context);
            return null;
        });

    public static void Activity<TIn, TOut>(this IFunctions functions, string name, Func<TIn, TOut> run) =>
        functions.Activity<TIn, TOut>(name, input => Task.FromResult(run(input)));

    /// <summary>An activity that gives back what it is given.</summary>
    public static void Echo(this IFunctions functions) => functions.Activity<int, int>("Echo", value => value);
}
