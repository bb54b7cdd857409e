namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>What merged cells say of the rows that they cover.</summary>
internal sealed class MergedCells
{
    private readonly Dictionary<int, (int[] Starts, List<(CellRange Range, Cell? Value)> Ranges)> downwards;
    private readonly HashSet<CellReference> wide;

    /// <param name="sheet">Whose merges.</param>
    /// <param name="headers">Row of the headers; what is merged there or above is a title.</param>
    public MergedCells(Sheet sheet, int headers)
    {
        var rows = sheet.Rows.ToDictionary(row => row.Number);
        wide = [.. sheet.Merges.Where(merge => merge.Last.Column > merge.First.Column).Select(merge => merge.First)];
        downwards = sheet.Merges
            .Where(merge => merge.Last.Row > merge.First.Row && merge.First.Row > headers)
            .GroupBy(merge => merge.First.Column)
            .ToDictionary(merges => merges.Key, merges =>
            {
                var ordered = merges.OrderBy(merge => merge.First.Row)
                    .Select(merge => (merge, rows.GetValueOrDefault(merge.First.Row)?.At(merge.First.Column))).ToList();
                return (ordered.Select(range => range.merge.First.Row).ToArray(), ordered);
            });
    }

    /// <summary>Whether a cell stretches over several columns, as titles do.</summary>
    public bool IsWide(CellReference cell) => wide.Contains(cell);

    /// <summary>The cell above that stretches down to this one; null for none.</summary>
    public Cell? Over(CellReference cell)
    {
        if (!downwards.TryGetValue(cell.Column, out var merges))
        {
            return null;
        }

        var found = Array.BinarySearch(merges.Starts, cell.Row);
        var (range, value) = merges.Ranges[Math.Max(0, found >= 0 ? found : ~found - 1)];
        return range.First.Row < cell.Row && range.Last.Row >= cell.Row ? value : null;
    }
}
