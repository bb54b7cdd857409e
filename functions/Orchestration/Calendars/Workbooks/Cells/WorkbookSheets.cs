using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetEntry = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>From the bytes of a workbook to its tables.</summary>
internal static class WorkbookSheets
{
    /// <summary>As many values as a YAML file may have.</summary>
    private const int MostCells = 1_000_000;

    /// <returns>Null when the workbook cannot be read; the reason is among the problems.</returns>
    public static IReadOnlyList<Sheet>? Read(byte[] content, ProblemList problems)
    {
        if (!WorkbookSafety.Check(content, problems))
        {
            return null;
        }

        try
        {
            using var document = WorkbookPackage.Open(content);
            return Read(document.WorkbookPart ?? throw new InvalidDataException("There is no workbook in the file."));
        }
        catch (TooLargeException)
        {
            problems.Error(
                ProblemCodes.TooManyValues, SourcePlace.File,
                $"Plus de {MostCells} cellules remplies dans le classeur.", $"Répartissez les campagnes entre plusieurs calendriers.");
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The library throws exceptions of any kind on parts that contradict one another.
            WorkbookSafety.Damaged(problems);
            return null;
        }
    }

    private static List<Sheet> Read(WorkbookPart workbook)
    {
        var strings = CellStrings.Shared(workbook.SharedStringTablePart);
        var countsFrom1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        var cells = new CellParser(strings, new NumberFormats(workbook.WorkbookStylesPart), countsFrom1904);
        var sheets = new List<Sheet>();
        var left = MostCells;
        foreach (var entry in workbook.Workbook.Sheets?.Elements<SheetEntry>() ?? [])
        {
            if (entry.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
            {
                sheets.Add(Read(part, entry, cells, ref left));
            }
        }

        return sheets;
    }

    private static Sheet Read(WorksheetPart part, SheetEntry entry, CellParser cells, ref int left)
    {
        var rows = new List<SheetRow>();
        var merges = new List<CellRange>();
        var hiddenColumns = new HashSet<int>();
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Row))
            {
                var row = ReadRow((Row)reader.LoadCurrentElement()!, number, cells);
                number = row.Number;
                left -= row.Cells.Count;
                if (left < 0)
                {
                    throw new TooLargeException();
                }

                if (row.Cells.Count > 0)
                {
                    rows.Add(row);
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range })
            {
                merges.Add(CellRange.Parse(range));
            }
            else if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column { Hidden.Value: true } column)
            {
                var last = Math.Min((int)(column.Max?.Value ?? 0), CellReference.LastColumn);
                hiddenColumns.UnionWith(Enumerable.Range(1, last).Where(index => index >= column.Min?.Value));
            }
        }

        var isHidden = entry.State is { } state && state.Value != SheetStateValues.Visible;
        return new Sheet(entry.Name?.Value ?? "", isHidden, rows, merges, hiddenColumns);
    }

    private static SheetRow ReadRow(Row row, int before, CellParser parser)
    {
        // Both the number of a row and the name of a cell may be left out: it then follows the one before.
        var number = (int)(row.RowIndex?.Value ?? (uint)before + 1);
        if (number <= before || number > CellReference.LastRow)
        {
            throw new InvalidDataException("The rows are not in order.");
        }

        var cells = new List<Cell>();
        var column = 0;
        foreach (var cell in row.Elements<SheetCell>())
        {
            var next = cell.CellReference?.Value is { } reference ? CellReference.Parse(reference).Column : column + 1;
            if (next <= column || next > CellReference.LastColumn)
            {
                throw new InvalidDataException("The cells of a row are not in order.");
            }

            column = next;
            if (parser.Parse(cell, column) is { } found)
            {
                cells.Add(found);
            }
        }

        return new SheetRow(number, row.Hidden?.Value ?? false, cells);
    }
}
