namespace Orchestration.Campaigns.Journeys;

/// <summary>Input of <see cref="JourneyOrchestrator"/>.</summary>
/// <param name="Calendar">Whose journeys.</param>
/// <param name="Number">The revision that has them.</param>
/// <param name="Scan">From 0: which search for those whose day it is.</param>
/// <param name="Shown">What a former history of the instance showed.</param>
public sealed record JourneyInput(string Calendar, int Number, int Scan = 0, JourneyStatus? Shown = null);

/// <summary>Custom status and result of <see cref="JourneyOrchestrator"/>.</summary>
/// <param name="Calendar">Whose journeys.</param>
/// <param name="Number">The revision that has them.</param>
/// <param name="IsOver">True when no day is left, or when a later revision took over.</param>
/// <param name="Why">In French, when it is over or waits.</param>
/// <param name="First">First day that was searched; null before the first search.</param>
/// <param name="Last">Last day that was searched.</param>
/// <param name="Days">How many of these days have somebody.</param>
public sealed record JourneyStatus(string Calendar, int Number, bool IsOver, string? Why, DateOnly? First, DateOnly? Last, int Days);

/// <summary>Some days of the journeys of a calendar, to be searched on one datamart.</summary>
/// <param name="Path">Where the result of the search lies: <c>{calendar}/{number}/{snapshot}/{first}</c>.</param>
/// <param name="Snapshot">The datamart.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, included.</param>
/// <param name="Caisses">Those that a journey covers.</param>
public sealed record JourneyWindow(string Path, DateOnly Snapshot, DateOnly First, DateOnly Last, IReadOnlyList<string> Caisses);

/// <summary>What the journeys of a revision are to do next.</summary>
/// <param name="Window">Days to search; null when there are none, or no datamart yet.</param>
/// <param name="IsOver">True when nothing is left to do, ever.</param>
/// <param name="Why">In French, when there is no window.</param>
/// <param name="NextAt">When the days after the window are to be searched; null when there are none.</param>
public sealed record JourneyOutlook(JourneyWindow? Window, bool IsOver, string? Why, DateTimeOffset? NextAt);

/// <summary>A day on which somebody gets something.</summary>
/// <param name="Date">Of the journey.</param>
/// <param name="StartAt">When its sends are to be started: shortly before the first caisse decides.</param>
public sealed record JourneyDay(DateOnly Date, DateTimeOffset StartAt);
