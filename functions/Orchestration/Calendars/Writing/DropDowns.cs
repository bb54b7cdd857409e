using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Writing;

/// <summary>The hidden sheet « Listes » and the drop-down lists that take their values from it, with a note on each header.</summary>
internal sealed class DropDowns
{
    public const string SheetName = "Listes";

    private const int LongestNote = 255;
    private const int LongestTitle = 32;

    private readonly IReadOnlyList<SheetColumn> columns =
        [.. WorkbookLayout.Tables.SelectMany(table => table.Columns).Where(column => column.IsWritten && column.Form.Offers.Count > 0)];

    public void Write(WorksheetPart part)
    {
        using var sheet = new SheetWriter(part, columns.Select(_ => (24.0, WorkbookStyles.Plain)), frozenRows: 1);
        sheet.Row(columns.Select(column => ((Workbooks.Forms.CellContent?)column.Header, (uint?)WorkbookStyles.Header)));
        for (var row = 0; row < columns.Max(column => column.Form.Offers.Count); row++)
        {
            sheet.Row(columns.Select(column => (
                row < column.Form.Offers.Count ? (Workbooks.Forms.CellContent?)column.Form.Offers[row] : null, (uint?)null)));
        }

        sheet.End();
    }

    public DataValidations For(SheetLayout layout)
    {
        var rules = new List<DataValidation>();
        foreach (var (index, column) in layout.Columns.Where(column => column.IsWritten).Index())
        {
            rules.Add(Note(column, new CellReference(1, index + 1).ToString()));
            if (SourceOf(column) is { } source)
            {
                rules.Add(List(column, index + 1, source));
            }
        }

        return new DataValidations(rules) { Count = (uint)rules.Count };
    }

    /// <summary>A note that shows when the cell is chosen.</summary>
    public static DataValidation Note(SheetColumn column, string cells)
    {
        var note = French.Typeset(column.Note);
        return new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            PromptTitle = column.Header[..Math.Min(LongestTitle, column.Header.Length)],
            Prompt = note.Length <= LongestNote ? note : note[..LongestNote],
            SequenceOfReferences = new([cells]),
        };
    }

    private static DataValidation List(SheetColumn column, int number, string source)
    {
        var letter = CellReference.Letter(number);
        var list = new DataValidation(new Formula1(source))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            SequenceOfReferences = new([$"{letter}2:{letter}{CellReference.LastRow}"]),
        };
        if (column.Form.IsClosed)
        {
            list.ShowErrorMessage = true;
            list.ErrorTitle = column.Header;
            list.Error = French.Text($"Choisissez dans la liste.");
        }

        return list;
    }

    private string? SourceOf(SheetColumn column)
    {
        if (column.IdsOf is { } sheet)
        {
            return $"{sheet}!$A$2:$A$1000";
        }

        var position = columns.ToList().IndexOf(column);
        var letter = position < 0 ? "" : CellReference.Letter(position + 1);
        return position < 0 ? null : $"{SheetName}!${letter}$2:${letter}${column.Form.Offers.Count + 1}";
    }
}
