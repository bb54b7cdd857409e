using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>The row of headers of a table, wherever it stands, and the columns below it that are read.</summary>
internal sealed class SheetHeaders
{
    // Titles and explanations above a table take fewer rows than this.
    private const int FarthestRow = 100;
    private const int FewestHeaders = 2;
    private const string Comment = "commentaire";

    private SheetHeaders(SheetRow row, IReadOnlyDictionary<int, SheetColumn> columns)
    {
        Row = row.Number;
        Columns = columns;
        Places = columns
            .SelectMany(column => new[] { column.Value.Key, column.Value.SecondKey }.OfType<string>(), (column, key) => (Key: key, column.Key, column.Value))
            .OrderByDescending(place => place.Value.IsWritten)
            .DistinctBy(place => place.Key)
            .ToDictionary(place => place.Key, place => new CellPlace(null, place.Item2), StringComparer.Ordinal);
    }

    public int Row { get; }

    /// <summary>By their number.</summary>
    public IReadOnlyDictionary<int, SheetColumn> Columns { get; }

    /// <summary>Where each key is written.</summary>
    public IReadOnlyDictionary<string, CellPlace> Places { get; }

    /// <returns>Null when no row looks like headers; that is among the problems.</returns>
    public static SheetHeaders? Find(Sheet sheet, SheetLayout layout, ProblemList problems)
    {
        var best = sheet.Rows.TakeWhile(row => row.Number <= FarthestRow)
            .Select(row => (Row: row, Count: row.Cells.Count(cell => layout.ByHeader(cell.Text) is not null)))
            .OrderByDescending(row => row.Count)
            .FirstOrDefault();
        if (best.Count >= FewestHeaders)
        {
            return Read(sheet, best.Row, layout, problems);
        }

        problems.Error(
            ProblemCodes.MissingHeaders, new SourcePlace(sheet.Rows.Count > 0 ? sheet.Rows[0].Number : 1, 1, layout.Key, sheet.Name),
            $"{(sheet.Name is null ? "Le fichier" : French.Text($"La feuille « {sheet.Name} »"))} n'a pas de ligne d'en-têtes.",
            $"Au-dessus des données, mettez les en-têtes : "
                + $"{French.And([.. layout.Columns.Where(column => column.IsRequired).Select(column => French.Text($"« {column.Header} »"))])}.");
        return null;
    }

    private static SheetHeaders Read(Sheet sheet, SheetRow row, SheetLayout layout, ProblemList problems)
    {
        var columns = new Dictionary<int, SheetColumn>();
        foreach (var cell in row.Cells)
        {
            var place = new SourcePlace(row.Number, cell.Column, layout.Key, sheet.Name);
            if (layout.ByHeader(cell.Text) is not { } column)
            {
                WarnOfUnknown(cell, place, layout, problems);
            }
            else if (columns.FirstOrDefault(known => known.Value == column) is { Value: not null } before)
            {
                problems.Error(
                    ProblemCodes.DuplicateKey, place,
                    $"Deux colonnes disent « {column.Header} » : {CellReference.Letter(before.Key)} et {CellReference.Letter(cell.Column)}.",
                    $"Gardez l'une des deux, ou nommez l'autre « Commentaire ».");
            }
            else
            {
                columns.Add(cell.Column, column);
            }
        }

        return new SheetHeaders(row, columns);
    }

    private static void WarnOfUnknown(Cell cell, SourcePlace place, SheetLayout layout, ProblemList problems)
    {
        if (Folded.Of(cell.Text) is not { Length: > 0 } header || header.StartsWith(Comment, StringComparison.Ordinal))
        {
            return;
        }

        var near = NearNames.Find(cell.Text, layout.Columns.Select(column => column.Header));
        problems.Warn(
            ProblemCodes.UnknownHeader, place,
            $"La colonne « {cell.Text} » n'est pas lue.",
            $"{(near is null ? French.Text($"Si c'est voulu, nommez-la « Commentaire ».") : French.Text($"Vouliez-vous dire « {near} » ?"))}");
    }
}
