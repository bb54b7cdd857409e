using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>Reads the sheet « Calendrier »: in each row a name, and its value in a cell to its right.</summary>
internal static class CalendarSheet
{
    /// <param name="sheet">« Calendrier ».</param>
    /// <param name="tables">The lists of the other sheets, by their keys.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SheetGroup Read(Sheet sheet, IEnumerable<KeyValuePair<string, SourceList>> tables, ProblemList problems)
    {
        var layout = WorkbookLayout.Calendar;
        var values = new Dictionary<string, KeyValuePair<SourceScalar, SourceNode>>(StringComparer.Ordinal);
        var places = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var label = row.Cells[0];
            if (layout.ByHeader(label.Text.TrimEnd(':')) is not { } column)
            {
                WarnOfUnknown(label, new SourcePlace(row.Number, label.Column, "", sheet.Name), problems);
            }
            else if (!places.TryAdd(column.Key, new CellPlace(row.Number, row.Cells.Count > 1 ? row.Cells[1].Column : label.Column + 1)))
            {
                problems.Error(
                    ProblemCodes.DuplicateKey, new SourcePlace(row.Number, label.Column, column.Key, sheet.Name),
                    $"« {column.Header} » est déjà donné ligne {places[column.Key].Row!.Value}.", $"Gardez l'une des deux lignes.");
            }
            else if (row.Cells.Count > 1)
            {
                var place = new SourcePlace(row.Number, row.Cells[1].Column, "", sheet.Name);
                values.Add(column.Key, CellTranslation.Read(row.Cells[1], column, place, problems));
            }
        }

        var lists = tables.Select(table => KeyValuePair.Create<SourceScalar, SourceNode>(new(1, 1, sheet.Name, table.Key), table.Value));
        return new SheetGroup(1, 1, sheet.Name, [.. values.Values, .. lists], places);
    }

    private static void WarnOfUnknown(Cell label, SourcePlace place, ProblemList problems)
    {
        if (NearNames.Find(label.Text, WorkbookLayout.Calendar.Columns.Select(column => column.Header)) is { } near)
        {
            problems.Warn(ProblemCodes.UnknownHeader, place, $"« {label.Text} » n'est pas lu.", $"Vouliez-vous dire « {near} » ?");
        }
    }
}
