using Orchestration.Calendars;

namespace Orchestration.Planning.Proposals;

/// <summary>A change to try.</summary>
/// <param name="Proposal">What it says and writes.</param>
/// <param name="Changed">The calendar with it.</param>
/// <param name="Cost">How much it changes, in days; the smallest is proposed first.</param>
internal sealed record Candidate(Proposal Proposal, Calendar Changed, int Cost);
