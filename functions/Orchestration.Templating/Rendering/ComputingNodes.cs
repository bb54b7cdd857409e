using Orchestration.Templating.Expressions;
using Orchestration.Templating.Fields;

namespace Orchestration.Templating.Rendering;

internal sealed class ComputeNode(BinaryOperator op, ValueNode left, ValueNode right) : ValueNode
{
    public override Value Evaluate(RenderState state) => Operators.Compute(op, left.Evaluate(state), right.Evaluate(state));
}

internal sealed class CompareNode(BinaryOperator op, ValueNode left, ValueNode right) : ValueNode
{
    public override Value Evaluate(RenderState state) =>
        Value.Of(Operators.Compare(op, left.Evaluate(state), right.Evaluate(state)));
}

internal sealed class AndNode(ValueNode left, ValueNode right) : ValueNode
{
    public override Value Evaluate(RenderState state) => Value.Of(left.Evaluate(state).IsTrue && right.Evaluate(state).IsTrue);
}

internal sealed class OrNode(ValueNode left, ValueNode right) : ValueNode
{
    public override Value Evaluate(RenderState state) => Value.Of(left.Evaluate(state).IsTrue || right.Evaluate(state).IsTrue);
}

internal sealed class NotNode(ValueNode operand) : ValueNode
{
    public override Value Evaluate(RenderState state) => Value.Of(!operand.Evaluate(state).IsTrue);
}

internal sealed class NegateNode(ValueNode operand) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var value = operand.Evaluate(state);
        return value.Kind switch
        {
            ValueKind.Float => Value.Of(-value.Float),
            ValueKind.Decimal => Value.Of(-value.Decimal),
            _ => Operators.Compute(BinaryOperator.Subtract, Value.Of(0L), value),
        };
    }
}

/// <summary>Both sides are computed, as Scriban does.</summary>
internal sealed class CoalesceNode(ValueNode left, ValueNode right) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var (value, otherwise) = (left.Evaluate(state), right.Evaluate(state));
        return value.IsNull ? otherwise : value;
    }
}

internal sealed class ConditionalNode(ValueNode condition, ValueNode then, ValueNode otherwise) : ValueNode
{
    public override Value Evaluate(RenderState state) => (condition.Evaluate(state).IsTrue ? then : otherwise).Evaluate(state);
}

internal sealed class ListNode(ValueNode[] items) : ValueNode
{
    public override Value Evaluate(RenderState state) => Value.Of(Array.ConvertAll(items, item => item.Evaluate(state)));
}

internal sealed class ObjectNode(FieldSchema schema, ValueNode[] members) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var values = new FieldValues(schema);
        for (var i = 0; i < members.Length; i++) values[i] = members[i].Evaluate(state);
        return Value.Of(values);
    }
}

/// <summary>Downwards when the first end is the larger one.</summary>
internal sealed class RangeNode(ValueNode first, ValueNode last, bool isExclusive) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var (from, to) = (first.Evaluate(state), last.Evaluate(state));
        if (from.IsNull || to.IsNull) return default;
        var step = from.Integer < to.Integer ? 1 : -1;
        var length = Math.Abs((decimal)to.Integer - from.Integer) + (isExclusive ? 0 : 1);
        if (length > Limits.Steps) throw Limits.TooManySteps();
        var items = new Value[(int)length];
        for (var i = 0; i < items.Length; i++) items[i] = Value.Of(from.Integer + (i * step));
        return Value.Of(items);
    }
}

internal sealed class InterpolatedNode(string[] texts, ValueNode[] holes) : ValueNode
{
    public override Value Evaluate(RenderState state)
    {
        var start = state.Output.Length;
        state.Output.Write(texts[0]);
        for (var i = 0; i < holes.Length; i++)
        {
            state.Output.Write(French.ToText(holes[i].Evaluate(state)));
            state.Output.Write(texts[i + 1]);
        }

        return Value.Of(state.Output.Cut(start));
    }
}

/// <summary>A value on its way to where a text is asked for.</summary>
internal sealed class TextNode(ValueNode inner) : ValueNode
{
    public override Value Evaluate(RenderState state) => Value.Of(French.ToText(inner.Evaluate(state)));
}
