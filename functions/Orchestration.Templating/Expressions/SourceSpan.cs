namespace Orchestration.Templating.Expressions;

/// <summary>A piece of source text.</summary>
/// <param name="Offset">From 0, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct SourceSpan(int Offset, int Length, int Line, int Column)
{
    internal int End => Offset + Length;

    /// <summary>From the start of this span to the end of the other.</summary>
    internal SourceSpan To(SourceSpan last) => this with { Length = Math.Max(last.End, End) - Offset };
}
