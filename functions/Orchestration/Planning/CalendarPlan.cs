using Orchestration.Calendars;

namespace Orchestration.Planning;

/// <summary>What a calendar comes to.</summary>
/// <param name="Sends">Every occurrence of every send, in the order of its key. Without those whose hours leave nothing.</param>
/// <param name="Problems">In the order of the file. One error is enough to keep the whole calendar from starting.</param>
public sealed record CalendarPlan(IReadOnlyList<PlannedSend> Sends, IReadOnlyList<CalendarProblem> Problems);
