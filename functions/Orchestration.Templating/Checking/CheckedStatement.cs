using Orchestration.Templating.Rendering;
using Orchestration.Templating.Syntax;

namespace Orchestration.Templating.Checking;

/// <summary>A statement as the normal form writes it and as it runs.</summary>
internal readonly record struct CheckedStatement(Statement Normal, StatementNode Node);

/// <summary>A block, likewise.</summary>
internal readonly record struct CheckedBlock(Block Normal, StatementNode Node);
