namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs a function, or what remains of the middleware in front of it.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

/// <summary>Wraps every invocation of every function. One instance serves the whole app.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
