using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Checking;

/// <param name="Type">What it gives.</param>
/// <param name="Read">Reads it from the innermost loop.</param>
internal readonly record struct LoopProperty(StaticType Type, Func<LoopFrame, Value> Read);

/// <summary><c>for.index</c> and its like; places are counted from 0.</summary>
internal static class LoopProperties
{
    private static readonly Dictionary<string, LoopProperty> ByName = new()
    {
        ["index"] = new(StaticType.Integer, loop => Value.Of((long)loop.Index)),
        ["length"] = new(StaticType.Integer, loop => Value.Of((long)loop.Length)),
        ["first"] = new(StaticType.Boolean, loop => Value.Of(loop.Index == 0)),
        ["last"] = new(StaticType.Boolean, loop => Value.Of(loop.Index == loop.Length - 1)),
        ["even"] = new(StaticType.Boolean, loop => Value.Of(loop.Index % 2 == 0)),
        ["odd"] = new(StaticType.Boolean, loop => Value.Of(loop.Index % 2 == 1)),
        ["changed"] = new(StaticType.Boolean, loop => Value.Of(loop.HasChanged)),
    };

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static LoopProperty? Find(string name) => ByName.TryGetValue(name, out var property) ? property : null;
}
