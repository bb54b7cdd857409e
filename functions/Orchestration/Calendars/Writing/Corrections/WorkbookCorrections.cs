using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;

namespace Orchestration.Calendars.Writing.Corrections;

/// <summary>Corrects the cells of a workbook in place, in French.</summary>
internal static class WorkbookCorrections
{
    public static byte[] Apply(byte[] content, IReadOnlyList<Correction> corrections)
    {
        var problems = new ProblemList();
        var root = WorkbookTree.Read(content, problems)
            ?? throw new ArgumentException(problems.InOrder()[0].What, nameof(content));
        using var edited = new MemoryStream();
        edited.Write(content);
        using (var document = WorkbookPackage.Open(edited))
        {
            var editor = new WorkbookEditor(document.WorkbookPart!);

            // Two keys share a column: what goes makes room for what comes.
            foreach (var correction in corrections.OrderBy(correction => correction.Value is not null))
            {
                Apply(editor, root, correction);
            }

            editor.Save();
        }

        return edited.ToArray();
    }

    private static void Apply(WorkbookEditor editor, SourceNode root, Correction correction)
    {
        var entry = (SheetGroup)CalendarCorrections.EntryAt(root, correction.Path);
        var layout = correction.Path.Length == 0
            ? WorkbookLayout.Calendar
            : WorkbookLayout.Tables.First(table => correction.Path.StartsWith(table.Key, StringComparison.Ordinal));
        var column = layout.ByKey(correction.Key)
            ?? throw new ArgumentException($"'{layout.Name}' has no key '{correction.Key}'.", nameof(correction));
        var sheet = editor.Sheet(entry.Sheet!);
        var isThere = entry.Find(correction.Key) is not null;
        if (correction.Value is null)
        {
            if (isThere)
            {
                sheet.Clear(PlaceOf(entry, correction.Key)!.Value);
            }

            return;
        }

        var cell = PlaceOf(entry, correction.Key);
        if (cell is null && correction.Path.Length > 0)
        {
            var list = (SourceList)((SourceGroup)root).Find(layout.Key)!;
            cell = new CellReference(entry.Line, sheet.ColumnOf(list.Line, column.Header));
        }

        sheet.Set(
            cell ?? throw new ArgumentException($"'{layout.Name}' has no row for '{correction.Key}'.", nameof(correction)),
            column.Form.Write(correction.Value));
    }

    /// <returns>Null when the sheet has no such column.</returns>
    private static CellReference? PlaceOf(SheetGroup entry, string key) =>
        entry.FindPlace(key) is { } place ? new CellReference(place.Line, place.Column) : null;
}
