using System.Reflection;
using Orchestration.LocalRuntime.Functions.Invocation;

namespace Orchestration.LocalRuntime.Functions.Indexing;

/// <summary>What starts a function, and what it offers to the function's parameters.</summary>
/// <param name="parameter">The parameter that carries the trigger's attribute.</param>
/// <param name="type">As Azure names it, such as <c>httpTrigger</c>.</param>
internal abstract class Trigger(ParameterInfo parameter, string type)
{
    public string ParameterName { get; } = parameter.Name!;

    public string Type { get; } = type;

    /// <summary>Shown at start behind the function's name.</summary>
    public abstract string Description { get; }

    /// <summary>Names of the values that come with this trigger; parameters of these names take them.</summary>
    public virtual IReadOnlyCollection<string> Values => [];

    /// <summary>The kinds of parameter that carry this trigger, for the message when another is found.</summary>
    public abstract string Binds { get; }

    /// <summary>How the trigger's own parameter gets its value; null when its type cannot.</summary>
    public abstract ParameterBinder? Bind(Type type);

    /// <summary>How a parameter without any attribute gets its value from this trigger; null when it does not.</summary>
    public virtual ParameterBinder? BindOther(ParameterInfo other) => null;

    /// <summary>Why the method's result does not fit; null when it does.</summary>
    public virtual string? ResultProblem(Type? result) => null;
}
