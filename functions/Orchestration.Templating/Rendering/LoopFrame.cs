namespace Orchestration.Templating.Rendering;

/// <summary>What <c>for.index</c> and its like read.</summary>
internal sealed class LoopFrame
{
    public int Index { get; set; }

    public int Length { get; set; }

    public bool HasChanged { get; set; }
}
