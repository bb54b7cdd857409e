namespace Orchestration.Templating.Rendering;

/// <param name="Offset">How many items to leave out first.</param>
/// <param name="IsReversed">Then from the last one.</param>
/// <param name="Limit">Then how many at most; none when 0.</param>
internal sealed record LoopBounds(ValueNode? Offset, bool IsReversed, ValueNode? Limit);

internal sealed class LoopNode(
    int slot, ValueNode items, LoopBounds bounds, StatementNode body, StatementNode? otherwise) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        var list = items.Evaluate(state);
        if (list.IsNull) return Signal.Next;
        var chosen = Choose(list.List, state);
        if (chosen.Length == 0) return otherwise?.Run(state) ?? Signal.Next;
        var loop = state.EnterLoop();
        loop.Length = chosen.Length;
        Repeat(chosen, loop, state);
        state.LeaveLoop();
        return Signal.Next;
    }

    private void Repeat(ReadOnlySpan<Value> chosen, LoopFrame loop, RenderState state)
    {
        for (var index = 0; index < chosen.Length; index++)
        {
            state.Step();
            loop.Index = index;
            loop.HasChanged = index == 0 || !chosen[index].Equals(chosen[index - 1]);
            state.SetSlot(slot, chosen[index]);
            if (body.Run(state) == Signal.Break) return;
        }
    }

    private ReadOnlySpan<Value> Choose(Value[] list, RenderState state)
    {
        var chosen = list.AsSpan();
        if (bounds.Offset?.Evaluate(state).ToInt32() is > 0 and var offset) chosen = chosen[Math.Min(offset, chosen.Length)..];
        if (bounds.IsReversed)
        {
            chosen = chosen.ToArray();
            chosen.Reverse();
        }

        return bounds.Limit?.Evaluate(state).ToInt32() is > 0 and var limit ? chosen[..Math.Min(limit, chosen.Length)] : chosen;
    }
}
