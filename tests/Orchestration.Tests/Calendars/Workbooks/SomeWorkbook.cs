using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Writing;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetEntry = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Orchestration.Tests.Calendars.Workbooks;

/// <summary>The sound calendar as a workbook, to spoil one thing of.</summary>
internal static class SomeWorkbook
{
    public const string Name = "calendrier.xlsx";

    public static byte[] Sound { get; } = CalendarWorkbookWriter.Write(CalendarFiles.Load(CalendarFiles.Sound));

    /// <summary>The sound workbook with other cells: a text, a number, a date (<see cref="DateTime"/>), a bool, an <see cref="Odd"/>; null for none.</summary>
    public static byte[] With(string sheet, params (string Cell, object? Value)[] cells) => Edit(Sound, sheet, cells);

    public static byte[] Edit(byte[] content, string sheet, params (string Cell, object? Value)[] cells) => Edit(content, workbook =>
    {
        foreach (var (cell, value) in cells)
        {
            Set(CellAt(SheetOf(workbook, sheet), cell), value);
        }
    });

    public static byte[] Edit(byte[] content, Action<WorkbookPart> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            edit(document.WorkbookPart!);
        }

        return stream.ToArray();
    }

    public static Worksheet SheetOf(WorkbookPart workbook, string name)
    {
        var entry = workbook.Workbook.Sheets!.Elements<SheetEntry>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)workbook.GetPartById(entry.Id!.Value!)).Worksheet;
    }

    public static SheetCell CellAt(Worksheet sheet, string name)
    {
        var reference = CellReference.Parse(name);
        var data = sheet.GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex! == (uint)reference.Row);
        if (row is null)
        {
            row = new Row { RowIndex = (uint)reference.Row };
            data.InsertBefore(row, data.Elements<Row>().FirstOrDefault(next => next.RowIndex! > (uint)reference.Row));
        }

        var cell = row.Elements<SheetCell>().FirstOrDefault(cell => cell.CellReference == name);
        if (cell is null)
        {
            cell = new SheetCell { CellReference = name };
            row.InsertBefore(cell, row.Elements<SheetCell>().FirstOrDefault(next => CellReference.Parse(next.CellReference!.Value!).Column > reference.Column));
        }

        return cell;
    }

    /// <summary>The files in the archive, to change or to add to.</summary>
    public static byte[] Rezip(byte[] content, Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(content);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            change(archive);
        }

        return stream.ToArray();
    }

    public static void Add(ZipArchive archive, string name, string text)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Set(SheetCell cell, object? value)
    {
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.StyleIndex = WorkbookStyles.Plain;
        switch (value)
        {
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.Append(new InlineString(new Text(text)));
                break;
            case bool boolean:
                cell.DataType = CellValues.Boolean;
                cell.CellValue = new CellValue(boolean ? "1" : "0");
                break;
            case DateTime date:
                cell.StyleIndex = WorkbookStyles.Date;
                cell.CellValue = new CellValue(date.ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case Odd odd:
                cell.DataType = odd.Type;
                cell.StyleIndex = odd.Style;
                cell.CellFormula = odd.Formula is null ? null : new CellFormula(odd.Formula);
                cell.CellValue = odd.Raw is null ? null : new CellValue(odd.Raw);
                break;
            case not null:
                cell.CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
                break;
        }
    }
}

/// <summary>A cell as it stands in the file.</summary>
internal sealed record Odd(string? Raw, CellValues? Type = null, string? Formula = null, uint Style = 0);
