namespace Orchestration.Templating.Rendering;

/// <summary>A compiled expression. Shared by every rendering: what changes is in the state.</summary>
internal abstract class ValueNode
{
    public abstract Value Evaluate(RenderState state);
}
