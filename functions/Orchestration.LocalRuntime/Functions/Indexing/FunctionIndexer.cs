using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask.Client;
using Orchestration.LocalRuntime.Functions.Blobs;
using Orchestration.LocalRuntime.Functions.Durability;
using Orchestration.LocalRuntime.Functions.Hosting;
using Orchestration.LocalRuntime.Functions.Http;
using Orchestration.LocalRuntime.Functions.Invocation;
using Orchestration.LocalRuntime.Functions.Queues;
using Orchestration.LocalRuntime.Functions.Timers;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>Finds the functions of an app and refuses what Azure would not index or bind.</summary>
internal static class FunctionIndexer
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<IndexedFunction> Read(IEnumerable<Type> classes, IndexingContext context, Problems problems)
    {
        var methods = classes
            .SelectMany(type => type.GetMethods(AnyMethod))
            .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name, Entry: FunctionNames.EntryPoint(method)))
            .Where(found => found.Name is not null)
            .OrderBy(found => found.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        RefuseSameNames("functions", methods.Select(found => (found.Name!, found.Entry)), problems);
        var functions = methods
            .Select(found => Read(found.Name!, found.Method, context, problems.Within($"{found.Name} ({found.Entry})")))
            .OfType<IndexedFunction>()
            .Where(function => !context.IsDisabled(function.Name))
            .ToList();
        HttpRoutes.RefuseCollisions(functions, problems);
        RefuseSameNames("orchestrators", Tasks<OrchestratorFunctionTrigger>(trigger => trigger.Name), problems);
        RefuseSameNames("activities", Tasks<ActivityFunctionTrigger>(trigger => trigger.Name), problems);
        if (!context.UsesAspNetCore && functions.Any(function => function.Trigger is HttpFunctionTrigger))
            problems.Add("HTTP functions need ConfigureFunctionsWebApplication(), which nobody called");
        return functions;

        IEnumerable<(string Name, string Entry)> Tasks<T>(Func<T, string> nameOf)
            where T : Trigger =>
            functions.Where(function => function.Trigger is T).Select(function => (nameOf((T)function.Trigger), function.EntryPoint));
    }

    private static void RefuseSameNames(string kind, IEnumerable<(string Name, string Entry)> all, Problems problems)
    {
        foreach (var same in all.GroupBy(each => each.Name, each => each.Entry, StringComparer.OrdinalIgnoreCase))
        {
            if (same.Count() > 1)
                problems.Add($"{same.Key}: several {kind} have this name: {string.Join(", ", same)}");
        }
    }

    private static IndexedFunction? Read(string name, MethodInfo method, IndexingContext context, Problems problems)
    {
        CheckMethod(name, method, problems);
        var parameters = method.GetParameters();
        var triggers = parameters.Where(each => each.IsDefined(typeof(TriggerBindingAttribute))).ToList();
        if (triggers is not [var parameter])
        {
            problems.Add(triggers.Count == 0 ? "no parameter has a trigger attribute" : "more than one parameter has a trigger attribute");
            return null;
        }

        if (ReadTrigger(name, parameter, context, problems) is not { } trigger)
            return null;
        if (trigger.ResultProblem(AwaitedResult.ResultType(method.ReturnType)) is { } problem)
            problems.Add(problem);
        var binders = parameters.Select(each => ParameterBinding.Read(each, trigger, context, problems)).OfType<ParameterBinder>().ToList();
        return binders.Count == parameters.Length && !method.ContainsGenericParameters && !method.IsAbstract
            ? new IndexedFunction(name, method, trigger, binders)
            : null;
    }

    private static Trigger? ReadTrigger(string name, ParameterInfo parameter, IndexingContext context, Problems problems)
    {
        switch (parameter.GetCustomAttribute<TriggerBindingAttribute>())
        {
            case HttpTriggerAttribute http:
                return HttpFunctionTrigger.Read(name, parameter, http, context, problems);
            case BlobTriggerAttribute blob:
                return BlobFunctionTrigger.Read(parameter, blob, context, problems);
            case QueueTriggerAttribute queue:
                return QueueFunctionTrigger.Read(parameter, queue, context, problems);
            case OrchestrationTriggerAttribute orchestration:
                return new OrchestratorFunctionTrigger(orchestration.Orchestration ?? name, parameter);
            case ActivityTriggerAttribute activity:
                return new ActivityFunctionTrigger(activity.Activity ?? name, parameter);
            case TimerTriggerAttribute timer:
                return TimerFunctionTrigger.Read(parameter, timer, context, problems);
            case var other:
                problems.Add($"{other!.GetType().Name} is unknown to the local runtime");
                return null;
        }
    }

    private static void CheckMethod(string name, MethodInfo method, Problems problems)
    {
        if (!FunctionNames.IsFunction(name))
            problems.Add("the name must begin with a letter and hold only letters, digits, '-' and '_', at most 127");
        if (!method.IsPublic)
            problems.Add("the method is not public: Azure would not index it");
        if (!method.ReflectedType!.IsVisible)
            problems.Add("the class is not public: Azure would not index it");
        if (method.IsAbstract || method.ContainsGenericParameters)
            problems.Add("the method, or its class, is abstract or generic");
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            problems.Add("an async method must return a Task");
        if (method.GetCustomAttribute<RetryAttribute>() is not null)
            problems.Add("the local runtime does not run function-level retries (which Azure offers to timer triggers only)");
        if (!method.IsStatic && TakesDurableClient(method.ReflectedType))
            problems.Add("the constructor takes DurableTaskClient, which only a [DurableClient] parameter of the function gets");
    }

    private static bool TakesDurableClient(Type type) =>
        type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Any(parameter => parameter.ParameterType == typeof(DurableTaskClient));
}
