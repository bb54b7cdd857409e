namespace Orchestration.Calendars.Waves;

/// <summary>What became of a file of waves.</summary>
/// <param name="Waves">
/// In the order of the file, each id once; what the agency does not say is as it would be without saying. Null when at least one problem is an
/// error.
/// </param>
/// <param name="Problems">All of them, in the order of the file; a column is the number of the field, or the column of a sheet.</param>
public sealed record WavesReading(IReadOnlyList<MediaWave>? Waves, IReadOnlyList<CalendarProblem> Problems);
