using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Forms;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>Changes cells of one sheet.</summary>
internal sealed class SheetEditor
{
    private readonly Worksheet sheet;
    private readonly SheetData data;
    private readonly WorkbookEditor workbook;
    private readonly SortedList<int, Row> rows = [];
    private readonly Dictionary<string, int> added = new(StringComparer.Ordinal);

    public SheetEditor(WorksheetPart part, WorkbookEditor workbook)
    {
        sheet = part.Worksheet;
        data = sheet.GetFirstChild<SheetData>()!;
        this.workbook = workbook;
        foreach (var row in data.Elements<Row>())
        {
            row.RowIndex ??= (uint)(rows.Count == 0 ? 1 : rows.Keys[^1] + 1);
            rows.Add((int)row.RowIndex.Value, row);
        }
    }

    public bool HasLostFormulas { get; private set; }

    /// <summary>The column under a new header, right of everything.</summary>
    public int ColumnOf(int headerRow, string header)
    {
        if (added.TryGetValue(header, out var known))
        {
            return known;
        }

        var column = rows.Values.SelectMany(Cells).Max(cell => cell.Column) + 1;
        var like = Cells(rows[headerRow])[^1].Cell;
        Set(new CellReference(headerRow, column), header);
        Find(new CellReference(headerRow, column)).StyleIndex = like.StyleIndex;
        added.Add(header, column);
        return column;
    }

    public void Clear(CellReference reference) => Empty(Find(Separated(reference)));

    public void Set(CellReference reference, CellContent content)
    {
        var cell = Find(Separated(reference));
        var style = cell.StyleIndex?.Value ?? 0;
        Empty(cell);
        if (content.Number is { } number)
        {
            content = workbook.IsPercent(style) ? number / 100 : number;
            style = workbook.IsDate(style) ? workbook.ForNumbers(style) : style;
        }
        else if (content.Date is not null)
        {
            style = workbook.IsDate(style) ? style : workbook.ForDates(style);
        }

        var written = SheetWriter.CellOf(content);
        cell.DataType = written.DataType;
        cell.StyleIndex = style;
        foreach (var child in written.ChildElements.ToList())
        {
            child.Remove();
            cell.Append(child);
        }
    }

    public void Save() => sheet.Save();

    private static List<(int Column, SheetCell Cell)> Cells(Row row)
    {
        var cells = new List<(int Column, SheetCell Cell)>();
        foreach (var cell in row.Elements<SheetCell>())
        {
            cells.Add((cell.CellReference?.Value is { } name ? CellReference.Parse(name).Column : cells.Count == 0 ? 1 : cells[^1].Column + 1, cell));
        }

        return cells;
    }

    private SheetCell Find(CellReference reference)
    {
        if (!rows.TryGetValue(reference.Row, out var row))
        {
            row = new Row { RowIndex = (uint)reference.Row };
            var next = rows.FirstOrDefault(known => known.Key > reference.Row).Value;
            data.InsertBefore(row, next);
            rows.Add(reference.Row, row);
        }

        var cells = Cells(row);
        if (cells.Find(cell => cell.Column == reference.Column) is { Cell: { } found })
        {
            return found;
        }

        var created = new SheetCell { CellReference = reference.ToString() };
        row.InsertBefore(created, cells.Find(cell => cell.Column > reference.Column).Cell);
        return created;
    }

    private void Empty(SheetCell cell)
    {
        if (cell.CellFormula is { } formula)
        {
            HasLostFormulas = true;
            FreeShared(formula);
        }

        cell.RemoveAllChildren();
        cell.DataType = null;
    }

    /// <summary>Cells that copy a formula which goes keep the values that it gave them.</summary>
    private void FreeShared(CellFormula formula)
    {
        if (formula.FormulaType?.Value != CellFormulaValues.Shared || formula.Reference is null)
        {
            return;
        }

        foreach (var copy in data.Descendants<CellFormula>().Where(copy => copy != formula && copy.SharedIndex?.Value == formula.SharedIndex?.Value).ToList())
        {
            copy.Remove();
        }
    }

    /// <summary>A cell of its own: where several were made one downwards, each gets the value that they shared.</summary>
    private CellReference Separated(CellReference reference)
    {
        var merge = sheet.Descendants<MergeCell>().FirstOrDefault(
            merge => CellRange.Parse(merge.Reference!.Value!) is var range && range.Last.Row > range.First.Row && range.Contains(reference));
        if (merge is null)
        {
            return reference;
        }

        var range = CellRange.Parse(merge.Reference!.Value!);
        var shared = Find(range.First);
        for (var row = range.First.Row + 1; row <= range.Last.Row && rows.ContainsKey(row); row++)
        {
            var copy = Find(new CellReference(row, range.First.Column));
            copy.RemoveAllChildren();
            copy.DataType = shared.DataType;
            copy.StyleIndex = shared.StyleIndex;
            copy.Append(shared.ChildElements.Where(child => child is not CellFormula).Select(child => child.CloneNode(deep: true)));
        }

        var parent = merge.Parent!;
        merge.Remove();
        if (!parent.HasChildren)
        {
            parent.Remove();
        }
        else if (parent is MergeCells merges)
        {
            merges.Count = (uint)merges.ChildElements.Count;
        }

        return reference;
    }
}
