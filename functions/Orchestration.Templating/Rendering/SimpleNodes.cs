using Orchestration.Templating.Html;

namespace Orchestration.Templating.Rendering;

internal sealed class BlockNode(StatementNode[] statements) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        foreach (var statement in statements)
        {
            if (statement.Run(state) is not Signal.Next and var signal) return signal;
        }

        return Signal.Next;
    }
}

internal sealed class RawNode(string text) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        state.Output.Write(text);
        return Signal.Next;
    }
}

internal sealed class PrintNode(Escaping escaping, ValueNode value) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        Printing.Write(escaping, value.Evaluate(state), state.Output);
        return Signal.Next;
    }
}

internal sealed class AssignNode(int slot, ValueNode value) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        state.SetSlot(slot, value.Evaluate(state));
        return Signal.Next;
    }
}

internal sealed class SignalNode(Signal signal) : StatementNode
{
    public override Signal Run(RenderState state) => signal;
}

internal sealed class CaptureNode(int slot, StatementNode body, bool isMarkup) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        var start = state.Output.Length;
        var signal = body.Run(state);
        var text = state.Output.Cut(start);
        state.SetSlot(slot, isMarkup ? Value.Markup(text) : Value.Of(text));
        return signal;
    }
}
