using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>From a workbook to the tree that YAML would give, each value at the place of its cell.</summary>
internal static class WorkbookTree
{
    /// <returns>Null when the workbook cannot be read at all, or lacks a sheet or its headers; the reason is among the problems.</returns>
    public static SourceNode? Read(byte[] content, ProblemList problems)
    {
        if (WorkbookSheets.Read(content, problems) is not { } sheets || Find(sheets, WorkbookLayout.Calendar, problems) is not { } found)
        {
            return null;
        }

        // Every sheet is looked at, so that all that keeps the file from being read is told at once.
        var tables = WorkbookLayout.Tables.Select(layout => (Layout: layout, Sheet: Find(sheets, layout, problems))).ToList()
            .ConvertAll(table => (table.Layout, table.Sheet, Headers: table.Sheet is null ? null : SheetHeaders.Find(table.Sheet, table.Layout, problems)));
        if (tables.Exists(table => table.Headers is null && (table.Layout.IsRequired || table.Sheet is not null)))
        {
            return null;
        }

        return CalendarSheet.Read(
            found,
            tables.Where(table => table.Headers is not null).Select(
                table => KeyValuePair.Create(table.Layout.Key, SheetEntries.Read(table.Sheet!, table.Layout, table.Headers!, problems))),
            problems);
    }

    private static Sheet? Find(IReadOnlyList<Sheet> sheets, SheetLayout layout, ProblemList problems)
    {
        var found = sheets.Where(sheet => layout.IsNamed(sheet.Name!)).OrderBy(sheet => sheet.IsHidden).FirstOrDefault();
        if (found is null && layout.IsRequired)
        {
            problems.Add(
                ProblemCodes.MissingSheet, Severity.Error, SourcePlace.File with { Path = layout.Key },
                French.Text($"La feuille « {layout.Name} » manque."),
                NearNames.Find(layout.Name, sheets.Select(sheet => sheet.Name!)) is { } near
                    ? French.Text($"Renommez « {near} » en « {layout.Name} ».")
                    : French.Text($"Ajoutez-la, avec les en-têtes du classeur vierge."),
                source: null);
        }

        return found is { Rows.Count: 0 } && !layout.IsRequired ? null : found;
    }
}
