using Orchestration.Calendars.Reading;

namespace Orchestration.Calendars.Workbooks;

/// <summary>A row as a group of values: one that is missing has its place, the empty cell under its header.</summary>
internal sealed class SheetGroup(
    int row, int column, string? sheet, IReadOnlyList<KeyValuePair<SourceScalar, SourceNode>> entries, IReadOnlyDictionary<string, CellPlace> places)
    : SourceGroup(row, column, sheet, entries)
{
    /// <summary>Where a value stands, or should stand; null when its column is missing.</summary>
    public SourcePlace? FindPlace(string key) =>
        places.ContainsKey(key) ? Find(key)?.Place("") ?? PlaceOfMissing(key, "") : null;

    public override SourcePlace PlaceOfMissing(string key, string path) => places.TryGetValue(key, out var place)
        ? new SourcePlace(place.Row ?? Line, place.Column, path, Sheet)
        : Place(path);
}

/// <param name="Row">Null for the row of the group.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct CellPlace(int? Row, int Column);
