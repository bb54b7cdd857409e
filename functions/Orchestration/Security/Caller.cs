using Microsoft.Azure.Functions.Worker;

namespace Orchestration.Security;

/// <summary>Who calls.</summary>
/// <param name="Id">Recorded with everything that the caller decides.</param>
/// <param name="Role">What the caller may do.</param>
public sealed record Caller(string Id, Role Role);

/// <summary>The caller that the middleware has found.</summary>
public static class CallerExtensions
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The function is open to everybody and has no caller.</exception>
    public static Caller Caller(this FunctionContext context) =>
        context.Items.TryGetValue(Key, out var caller)
            ? (Caller)caller
            : throw new InvalidOperationException($"The function {context.FunctionDefinition.Name} has no caller.");

    internal static void SetCaller(this FunctionContext context, Caller caller) => context.Items[Key] = caller;
}
