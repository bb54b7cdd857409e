using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>Changes cells of a workbook; the parts that it does not touch stay as they are.</summary>
internal sealed class WorkbookEditor(WorkbookPart workbook)
{
    private const uint General = 0;
    private const uint BuiltInDate = 14;

    private readonly Dictionary<string, SheetEditor> sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<(uint Style, uint Format), uint> styles = [];

    public SheetEditor Sheet(string name)
    {
        if (!sheets.TryGetValue(name, out var editor))
        {
            var entry = workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(sheet => sheet.Name?.Value == name);
            editor = new SheetEditor((WorksheetPart)workbook.GetPartById(entry.Id!.Value!), this);
            sheets.Add(name, editor);
        }

        return editor;
    }

    public bool IsDate(uint style) => Formats().IsDate(style);

    public bool IsPercent(uint style) => Formats().IsPercent(style);

    /// <summary>The same look, for a date.</summary>
    public uint ForDates(uint style) => With(style, BuiltInDate);

    /// <summary>The same look, for a number.</summary>
    public uint ForNumbers(uint style) => With(style, General);

    public void Save()
    {
        // It names the formulas in the order in which Excel computes them; Excel makes it anew.
        if (workbook.CalculationChainPart is { } chain && sheets.Values.Any(sheet => sheet.HasLostFormulas))
        {
            workbook.DeletePart(chain);
        }

        foreach (var sheet in sheets.Values)
        {
            sheet.Save();
        }

        if (styles.Count > 0)
        {
            workbook.WorkbookStylesPart!.Stylesheet.Save();
        }
    }

    private NumberFormats Formats() => new(workbook.WorkbookStylesPart);

    private uint With(uint style, uint format)
    {
        if (styles.TryGetValue((style, format), out var known))
        {
            return known;
        }

        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet ??= WorkbookStyles.Create();
        var formats = part.Stylesheet.CellFormats!;
        var count = (uint)formats.Elements<CellFormat>().Count();
        var look = style < count ? (CellFormat)formats.Elements<CellFormat>().ElementAt((int)style).CloneNode(deep: true) : new CellFormat();
        look.NumberFormatId = format;
        look.ApplyNumberFormat = true;
        formats.Append(look);
        formats.Count = count + 1;
        styles.Add((style, format), count);
        return count;
    }
}
