using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>Keys are headers and values are French.</summary>
internal sealed class WorkbookVocabulary : Vocabulary
{
    private static readonly SheetLayout[] Sheets = [WorkbookLayout.Calendar, .. WorkbookLayout.Tables];

    private WorkbookVocabulary()
    {
    }

    public static WorkbookVocabulary Instance { get; } = new();

    public override FrenchText MomentKinds => $"Gardez « Moment » pour une date ou une récurrence, « Déclencheur » pour un déclencheur.";

    public override string Name(string key) =>
        Sheets.FirstOrDefault(sheet => sheet.Key == key && key.Length > 0)?.Name ?? ColumnOf(key)?.Header ?? key;

    public override string Value(string key, string value) => ColumnOf(key)?.Form.Write(value.Trim('\'', '"')).Shown ?? value;

    public override string Pair(string key, string value) => French.Text($"dans « {Name(key)} », {Value(key, value)}");

    public override FrenchText Missing(string key) => $"« {Name(key)} » n'est pas rempli.";

    // A key that two sheets have says the same in both.
    private static SheetColumn? ColumnOf(string key) => Sheets.Select(sheet => sheet.ByKey(key)).FirstOrDefault(column => column is not null);
}
