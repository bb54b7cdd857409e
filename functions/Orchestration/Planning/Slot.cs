namespace Orchestration.Planning;

/// <summary>
/// The window of one local day in which a send may go out, both ends in UTC; <paramref name="End"/> is excluded.
/// </summary>
public sealed record Slot(DateTimeOffset Start, DateTimeOffset End);
