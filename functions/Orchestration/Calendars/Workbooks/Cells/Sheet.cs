namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>A table as it stands in a file.</summary>
/// <param name="Name">Null for a text.</param>
/// <param name="IsHidden">Nobody sees it.</param>
/// <param name="Rows">Those that are not empty, in order.</param>
/// <param name="Merges">Cells made one.</param>
/// <param name="HiddenColumns">From 1.</param>
internal sealed record Sheet(
    string? Name, bool IsHidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<CellRange> Merges, IReadOnlySet<int> HiddenColumns);

/// <param name="Number">From 1.</param>
/// <param name="IsHidden">Nobody sees it.</param>
/// <param name="Cells">Those that are not empty, in order.</param>
internal sealed record SheetRow(int Number, bool IsHidden, IReadOnlyList<Cell> Cells)
{
    public Cell? At(int column) => Cells.FirstOrDefault(cell => cell.Column == column);
}
