namespace Orchestration.Templating.Rendering;

/// <summary>Runs a file in a frame of its own, its arguments in its first slots.</summary>
internal sealed class IncludeNode(ValueNode[] arguments, int[] slots, int frameSize, StatementNode body) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        var values = Array.ConvertAll(arguments, argument => argument.Evaluate(state));
        var caller = state.EnterFrame(frameSize);
        for (var i = 0; i < values.Length; i++) state.SetSlot(slots[i], values[i]);
        body.Run(state);
        state.LeaveFrame(caller);
        return Signal.Next;
    }
}
