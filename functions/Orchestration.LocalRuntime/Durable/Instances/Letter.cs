using Orchestration.LocalRuntime.Durable.History;

namespace Orchestration.LocalRuntime.Durable.Instances;

/// <summary>An arrival on its way to an instance, and the row that the turn which reads it deletes.</summary>
internal readonly record struct Letter(Arrival Arrival, LetterRow Row, long RowId);

internal enum LetterRow
{
    /// <summary>A message; the id is its sequence number.</summary>
    Message,

    /// <summary>An activity that ended; the id is its sequence number.</summary>
    Activity,

    /// <summary>A timer that fired; the id is the number of its step.</summary>
    Timer,
}
