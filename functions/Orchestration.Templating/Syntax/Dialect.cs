namespace Orchestration.Templating.Syntax;

internal enum Dialect
{
    Template,

    /// <summary>Expressions only: with <c>in</c>, without what only templates need.</summary>
    Criteria,
}
