using Microsoft.Azure.Functions.Worker;

namespace Orchestration.Security;

/// <summary>Who calls.</summary>
/// <param name="Id">A person or a machine, by name; recorded with everything that the caller decides.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="Caisse">Id of the one caisse whose campaigns the caller may see and touch; null for those of the national bodies.</param>
/// <param name="IsTest">What the caller orders runs the whole path, and its messages go to the outbox only.</param>
/// <param name="Key">Public part of the key; null when the caller came without one.</param>
public sealed record Caller(string Id, Role Role, string? Caisse = null, bool IsTest = false, string? Key = null)
{
    public bool IsAnyOf(IEnumerable<Role> roles) => roles.Any(role => (Role & role) != Role.None);

    /// <summary>Whether what belongs to a caisse is the caller's business.</summary>
    public bool MayEnter(string caisse) => Caisse is null || string.Equals(Caisse, caisse, StringComparison.Ordinal);
}

/// <summary>The caller that the middleware has found.</summary>
public static class CallerExtensions
{
    private static readonly object Key = new();

    /// <exception cref="InvalidOperationException">The function is open to everybody and has no caller.</exception>
    public static Caller Caller(this FunctionContext context) =>
        context.Items.TryGetValue(Key, out var caller)
            ? (Caller)caller
            : throw new InvalidOperationException($"The function {context.FunctionDefinition.Name} has no caller.");

    /// <returns>Null for a function that is open to everybody.</returns>
    internal static Caller? FindCaller(this FunctionContext context) => context.Items.TryGetValue(Key, out var caller) ? (Caller)caller : null;

    internal static void SetCaller(this FunctionContext context, Caller caller) => context.Items[Key] = caller;
}
