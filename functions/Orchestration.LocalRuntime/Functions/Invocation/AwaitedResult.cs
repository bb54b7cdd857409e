using System.Reflection;

namespace Orchestration.LocalRuntime.Functions.Invocation;

/// <summary>Awaits what a method returned, whatever kind of task it is.</summary>
internal static class AwaitedResult
{
    private static readonly MethodInfo OfTaskMethod = Method(nameof(OfTask));
    private static readonly MethodInfo OfValueTaskMethod = Method(nameof(OfValueTask));

    /// <summary>The way to await a return type.</summary>
    public static Func<object?, ValueTask<object?>> For(Type type)
    {
        if (type == typeof(Task))
            return OfPlainTask;
        if (type == typeof(ValueTask))
            return OfPlainValueTask;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>))
            return Create(OfTaskMethod, type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            return Create(OfValueTaskMethod, type);
        return ValueTask.FromResult;
    }

    /// <summary>The type that awaiting gives; null when it gives nothing.</summary>
    public static Type? ResultType(Type type)
    {
        if (type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask))
            return null;
        return type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }

    private static async ValueTask<object?> OfPlainTask(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async ValueTask<object?> OfPlainValueTask(object? task)
    {
        await (ValueTask)task!;
        return null;
    }

    private static async ValueTask<object?> OfTask<T>(object? task) => await (Task<T>)task!;

    private static async ValueTask<object?> OfValueTask<T>(object? task) => await (ValueTask<T>)task!;

    private static Func<object?, ValueTask<object?>> Create(MethodInfo method, Type type) =>
        method.MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object?, ValueTask<object?>>>();

    private static MethodInfo Method(string name) => typeof(AwaitedResult).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
