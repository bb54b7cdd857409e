namespace Orchestration.Calendars;

/// <summary>A dated presence of a campaign in the media.</summary>
/// <param name="Id">Unique in the calendar; sends are anchored on it.</param>
/// <param name="Campaign">Id of its campaign.</param>
/// <param name="Start">First day (J0).</param>
/// <param name="End">Last day, included.</param>
/// <param name="Media">At least one.</param>
/// <param name="Places">Where it stands in the file.</param>
public sealed record MediaWave(
    string Id, string Campaign, DateOnly Start, DateOnly End, IReadOnlyList<Media> Media, SourcePlaces Places);
