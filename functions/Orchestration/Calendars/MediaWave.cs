namespace Orchestration.Calendars;

/// <summary>A dated presence of a campaign in the media.</summary>
/// <param name="Id">Unique in the calendar; sends are anchored on it.</param>
/// <param name="Campaign">Id of its campaign.</param>
/// <param name="Start">First day (J0).</param>
/// <param name="End">Last day, included.</param>
/// <param name="Media">At least one.</param>
/// <param name="Homepage">What it gets on the homepage of ameli.fr.</param>
/// <param name="ScreenSeconds">Length of its clip in the loop of the caisses' screens; 0 for none (domain.md A3, row 43).</param>
/// <param name="Budget">In thousands of euros, all taxes included; information only; null when not said.</param>
/// <param name="Waiver">Why a waivable rule is not kept here; null when none is asked for.</param>
/// <param name="Places">Where it stands in the file.</param>
public sealed record MediaWave(
    string Id,
    string Campaign,
    DateOnly Start,
    DateOnly End,
    IReadOnlyList<Media> Media,
    HomepageSlot Homepage,
    int ScreenSeconds,
    decimal? Budget,
    string? Waiver,
    SourcePlaces Places);
