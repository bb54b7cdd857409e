using System.Collections.Immutable;
using Orchestration.Templating.Html;

namespace Orchestration.Templating.Checking;

/// <summary>What is known at one point of a template.</summary>
/// <param name="Variables">The variables that may be set, with their types.</param>
/// <param name="Present">The paths that are known not to be null, as written.</param>
/// <param name="Place">Where the output stands.</param>
/// <param name="IsReachable">False after <c>break</c> and <c>continue</c>.</param>
internal sealed record Flow(
    ImmutableDictionary<string, Variable> Variables, ImmutableHashSet<string> Present, Place Place, bool IsReachable = true)
{
    public static Flow Start { get; } = new(ImmutableDictionary<string, Variable>.Empty, [], Place.Start);

    public Flow With(IEnumerable<string> present) => this with { Present = Present.Union(present) };

    public Flow At(Place place) => Place == place ? this : this with { Place = place };

    public Flow Assign(string name, Variable variable) => this with
    {
        Variables = Variables.SetItem(name, variable),
        Present = Present.Except(Present.Where(path => path == name || path.StartsWith(name + ".", StringComparison.Ordinal))),
    };

    public Flow Forget(string name) => this with { Variables = Variables.Remove(name) };

    /// <summary>What is known after either of two ways; the place is this one's.</summary>
    public Flow Join(Flow other)
    {
        if (!other.IsReachable) return this;
        if (!IsReachable) return other;
        var variables = Variables;
        foreach (var name in Variables.Keys.Union(other.Variables.Keys))
        {
            var (here, there) = (Variables.GetValueOrDefault(name), other.Variables.GetValueOrDefault(name));
            var type = (here?.Type ?? StaticType.Null).Join(there?.Type ?? StaticType.Null);
            variables = variables.SetItem(name, new Variable(type, (here ?? there)!.IsFixed));
        }

        return this with { Variables = variables, Present = Present.Intersect(other.Present) };
    }

    public bool KnowsTheSame(Flow other) =>
        Present.SetEquals(other.Present) && Variables.Count == other.Variables.Count
        && Variables.All(pair => other.Variables.TryGetValue(pair.Key, out var variable) && variable == pair.Value);
}

/// <param name="Type">What it holds now.</param>
/// <param name="IsFixed">A loop's variable or an include's argument: it cannot be assigned.</param>
internal sealed record Variable(StaticType Type, bool IsFixed = false);
