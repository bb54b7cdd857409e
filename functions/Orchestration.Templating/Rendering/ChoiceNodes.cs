namespace Orchestration.Templating.Rendering;

internal sealed class IfNode((ValueNode Condition, StatementNode Body)[] branches, StatementNode? otherwise) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        foreach (var (condition, body) in branches)
        {
            if (condition.Evaluate(state).IsTrue) return body.Run(state);
        }

        return otherwise?.Run(state) ?? Signal.Next;
    }
}

internal sealed class CaseNode(
    ValueNode subject, (ValueNode[] Values, StatementNode Body)[] branches, StatementNode? otherwise) : StatementNode
{
    public override Signal Run(RenderState state)
    {
        var value = subject.Evaluate(state);
        foreach (var (candidates, body) in branches)
        {
            foreach (var candidate in candidates)
            {
                if (Operators.AreEqual(value, candidate.Evaluate(state))) return body.Run(state);
            }
        }

        return otherwise?.Run(state) ?? Signal.Next;
    }
}
