namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs a function, or what remains of the middleware in front of it.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>
/// Wraps every invocation of every function. One instance serves the whole app. Orchestrators are wrapped too, once for each replay:
/// there it may await nothing but <c>next</c>, since the local runtime runs it as part of the orchestrator's step.
/// </summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
