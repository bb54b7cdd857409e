using Orchestration.Templating.Expressions;
using Orchestration.Templating.Rendering;

namespace Orchestration.Templating.Checking;

/// <summary>
/// An expression three times: as the normal form writes it, its type, and what computes it. Made together, they cannot
/// drift apart.
/// </summary>
internal readonly record struct CheckedExpression(Expression Normal, StaticType Type, ValueNode Node);
