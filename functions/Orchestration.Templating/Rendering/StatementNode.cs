namespace Orchestration.Templating.Rendering;

/// <summary>How a statement ended.</summary>
internal enum Signal
{
    Next,
    Break,
    Continue,
}

/// <summary>A compiled statement. Shared by every rendering: what changes is in the state.</summary>
internal abstract class StatementNode
{
    public abstract Signal Run(RenderState state);
}
