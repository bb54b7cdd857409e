namespace Orchestration.Templating.Rendering;

internal sealed class ConstantNode(Value value) : ValueNode
{
    public override Value Evaluate(RenderState state) => value;
}

internal sealed class FieldNode(int ordinal, string name, bool isRequired) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var value = state.Fields[ordinal];
        return value.IsNull && isRequired ? throw MissingValue(name) : value;
    }

    public static InvalidOperationException MissingValue(string name) =>
        new($"The field '{name}' has no value, and is not optional.");
}

/// <summary>A member of an object; null when the object is.</summary>
internal sealed class ObjectMemberNode(ValueNode target, int ordinal, string name, bool isRequired) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var owner = target.Evaluate(state);
        if (owner.IsNull) return default;
        var value = owner.Object[ordinal];
        return value.IsNull && isRequired ? throw FieldNode.MissingValue(name) : value;
    }
}

/// <summary>A property of a value that is no object: <c>nom.size</c>, <c>date.year</c>; null when the value is.</summary>
internal sealed class PropertyNode(ValueNode target, Func<Value, Value> read) : ValueNode
{
    public override Value Evaluate(RenderState state) =>
        target.Evaluate(state) is { IsNull: false } value ? read(value) : default;
}

internal sealed class VariableNode(int slot) : ValueNode
{
    public override Value Evaluate(RenderState state) => state.GetSlot(slot);
}

internal sealed class LoopVariableNode(Func<LoopFrame, Value> read) : ValueNode
{
    public override Value Evaluate(RenderState state) => read(state.Loop);
}

/// <summary>An item by its place, from the end when negative; null outside the list.</summary>
internal sealed class IndexNode(ValueNode target, ValueNode index) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var list = target.Evaluate(state);
        var place = index.Evaluate(state).ToInt32();
        if (list.IsNull) return default;
        if (place < 0) place += list.List.Length;
        return (uint)place < (uint)list.List.Length ? list.List[place] : default;
    }
}
