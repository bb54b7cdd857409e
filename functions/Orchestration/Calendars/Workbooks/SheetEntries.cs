using System.Globalization;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>
/// From the rows of a table to its entries. Empty rows and titles in merged cells are left out; hidden rows count, since a filter hides
/// rows too; cells merged downwards give their value to each of their rows.
/// </summary>
internal sealed class SheetEntries
{
    private readonly Sheet sheet;
    private readonly SheetLayout layout;
    private readonly SheetHeaders headers;
    private readonly ProblemList problems;
    private readonly MergedCells merged;
    private readonly IReadOnlyList<SheetColumn> missing;

    private SheetEntries(Sheet sheet, SheetLayout layout, SheetHeaders headers, ProblemList problems)
    {
        this.sheet = sheet;
        this.layout = layout;
        this.headers = headers;
        this.problems = problems;
        merged = new MergedCells(sheet, headers.Row);
        missing = [.. layout.Columns.Where(column => column.IsRequired && !headers.Columns.Values.Contains(column))];
    }

    public static SourceList Read(Sheet sheet, SheetLayout layout, SheetHeaders headers, ProblemList problems)
    {
        var entries = new SheetEntries(sheet, layout, headers, problems);
        entries.ReportMissing();
        var rows = sheet.Rows.Where(row => row.Number > headers.Row && entries.IsEntry(row)).ToList();
        entries.WarnOfHidden(rows);
        return new SourceList(headers.Row, 1, sheet.Name, [.. rows.Select(entries.Entry)]);
    }

    private bool IsEntry(SheetRow row)
    {
        var own = row.Cells.Where(cell => headers.Columns.ContainsKey(cell.Column)).Take(2).ToList();
        return own.Count > 1 || (own.Count == 1 && !merged.IsWide(new CellReference(row.Number, own[0].Column)));
    }

    private SheetGroup Entry(SheetRow row, int position)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{layout.Key}[{position}]");
        var values = new Dictionary<string, KeyValuePair<SourceScalar, SourceNode>>(StringComparer.Ordinal);
        foreach (var (number, column) in headers.Columns)
        {
            if ((row.At(number) ?? merged.Over(new CellReference(row.Number, number))) is not { } cell)
            {
                continue;
            }

            var place = new SourcePlace(row.Number, number, path, sheet.Name);
            var value = CellTranslation.Read(cell, column, place, problems);
            if (!values.TryAdd(value.Key.Value, value))
            {
                problems.Error(
                    ProblemCodes.MomentTwice, place with { Path = $"{path}.{value.Key.Value}" },
                    $"« {column.Header} » dit une seconde fois la même chose que « {layout.ByKey(value.Key.Value)!.Header} ».",
                    $"Gardez l'une des deux cellules.");
            }
        }

        foreach (var column in missing)
        {
            var refused = new SourceScalar(row.Number, 1, sheet.Name, "") { IsRefused = true };
            values.TryAdd(column.Key, KeyValuePair.Create<SourceScalar, SourceNode>(new(row.Number, 1, sheet.Name, column.Key), refused));
        }

        return new SheetGroup(row.Number, row.Cells[0].Column, sheet.Name, [.. values.Values], headers.Places);
    }

    private void ReportMissing()
    {
        foreach (var column in missing)
        {
            problems.Error(
                ProblemCodes.MissingKey, new SourcePlace(headers.Row, 1, layout.Key, sheet.Name),
                $"La colonne « {column.Header} » manque.", $"Ajoutez-la ; par exemple : {ExampleOf(column)}");
        }
    }

    private static string ExampleOf(SheetColumn column) => WorkbookVocabulary.Instance.Value(column.Key, Mends.ExampleOf(column.Key) ?? "");

    private void WarnOfHidden(List<SheetRow> rows)
    {
        var hidden = rows.Where(row => row.IsHidden).Select(row => row.Number).ToList();
        var columns = headers.Columns.Where(column => sheet.HiddenColumns.Contains(column.Key)).OrderBy(column => column.Key).ToList();
        if (sheet.IsHidden)
        {
            Warn(1, 1, $"La feuille « {sheet.Name} » est masquée ; elle est lue comme les autres.");
        }

        if (hidden.Count > 0)
        {
            var count = French.Count(hidden.Count, "ligne masquée, lue", "lignes masquées, lues");
            Warn(hidden[0], 1, $"{count} comme les autres, à partir de la ligne {hidden[0]}.");
        }

        if (columns.Count > 0)
        {
            var names = French.And([.. columns.Select(column => French.Text($"« {column.Value.Header} »"))]);
            Warn(headers.Row, columns[0].Key, $"Des colonnes masquées sont lues comme les autres : {names}.");
        }

        void Warn(int row, int column, FrenchText what) => problems.Warn(
            ProblemCodes.HiddenRows, new SourcePlace(row, column, layout.Key, sheet.Name), what,
            $"Affichez-les pour vérifier, ou effacez ce qui ne doit plus compter.");
    }
}
