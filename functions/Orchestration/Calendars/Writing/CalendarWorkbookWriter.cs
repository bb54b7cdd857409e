using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Forms;
using Orchestration.Calendars.Workbooks.Layout;
using SheetEntry = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Orchestration.Calendars.Writing;

/// <summary>
/// Writes a calendar as an Excel workbook in French: typed dates, frozen headers with a note each, drop-down lists for closed values.
/// Entries keep their order.
/// </summary>
public static class CalendarWorkbookWriter
{
    /// <returns>The bytes of an <c>.xlsx</c> file.</returns>
    /// <exception cref="ArgumentException">The calendar has a recurrence that no calendar can say.</exception>
    public static byte[] Write(Calendar calendar) => Write(calendar, comment: null);

    /// <param name="calendar">What to write.</param>
    /// <param name="comment">Stands in a column of comments, in each row; null for no such column.</param>
    internal static byte[] Write(Calendar calendar, string? comment)
    {
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Create();
            var sheets = new Sheets();
            var lists = new DropDowns();
            WriteCalendar(AddSheet(workbook, sheets, WorkbookLayout.Calendar.Name), calendar);
            WriteTable(WorkbookLayout.Campaigns, calendar.Campaigns.Select(CalendarEntries.Of));
            WriteTable(WorkbookLayout.Waves, calendar.Waves.Select(CalendarEntries.Of));
            WriteTable(WorkbookLayout.Sends, calendar.Sends.Select(CalendarEntries.Of));
            lists.Write(AddSheet(workbook, sheets, DropDowns.SheetName, isHidden: true));
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets);

            void WriteTable(SheetLayout layout, IEnumerable<IEnumerable<EntryValue>> entries) =>
                Write(AddSheet(workbook, sheets, layout.Name), layout, entries, comment, lists.For(layout));
        }

        return content.ToArray();
    }

    private static WorksheetPart AddSheet(WorkbookPart workbook, Sheets sheets, string name, bool isHidden = false)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        sheets.Append(new SheetEntry
        {
            Id = workbook.GetIdOfPart(part),
            Name = name,
            SheetId = (uint)sheets.ChildElements.Count + 1,
            State = isHidden ? SheetStateValues.Hidden : null,
        });
        return part;
    }

    private static void WriteCalendar(WorksheetPart part, Calendar calendar)
    {
        var layout = WorkbookLayout.Calendar;
        var values = CalendarEntries.Of(calendar).ToDictionary(value => value.Key, value => value.Canonical);
        using var sheet = new SheetWriter(part, [(18, WorkbookStyles.Plain), (48, WorkbookStyles.Plain)], frozenRows: 0);
        foreach (var row in layout.Columns)
        {
            sheet.Row((row.Header, WorkbookStyles.Header), (values.TryGetValue(row.Key, out var value) ? row.Form.Write(value) : null, null));
        }

        var notes = layout.Columns.Select((row, index) => DropDowns.Note(row, new CellReference(index + 1, 2).ToString())).ToList();
        sheet.End(new DataValidations(notes) { Count = (uint)notes.Count });
    }

    private static void Write(
        WorksheetPart part, SheetLayout layout, IEnumerable<IEnumerable<EntryValue>> entries, string? comment, DataValidations lists)
    {
        SheetColumn[] columns = [.. layout.Columns.Where(column => column.IsWritten)];
        (CellContent? Content, uint? Style)[] remarkHeader = comment is null ? [] : [("Commentaire", WorkbookStyles.Header)];
        (CellContent? Content, uint? Style)[] remark = comment is null ? [] : [(comment, WorkbookStyles.Remark)];
        using var sheet = new SheetWriter(
            part, [.. columns.Select(column => (column.Width, StyleOf(column))), .. remark.Select(_ => (40.0, WorkbookStyles.Remark))], frozenRows: 1);
        sheet.Row([.. columns.Select(column => ((CellContent?)column.Header, (uint?)WorkbookStyles.Header)), .. remarkHeader]);
        foreach (var entry in entries)
        {
            var values = entry.ToDictionary(value => value.Key, value => value.Canonical);
            sheet.Row([.. columns.Select(column => (ContentOf(column, values), (uint?)null)), .. remark]);
        }

        sheet.End(new AutoFilter { Reference = $"A1:{CellReference.Letter(columns.Length + remark.Length)}1" }, lists);
    }

    private static CellContent? ContentOf(SheetColumn column, Dictionary<string, string> values) =>
        values.TryGetValue(column.Key, out var value) || (column.SecondKey is { } second && values.TryGetValue(second, out value))
            ? column.Form.Write(value)
            : null;

    // What is typed into a column of texts stays as it was typed: 1-12 makes no date.
    private static uint StyleOf(SheetColumn column) => column.Form switch
    {
        DateForm => WorkbookStyles.Date,
        TextForm or CriterionForm or ListForm or CaissesForm => WorkbookStyles.Text,
        _ => WorkbookStyles.Plain,
    };
}
