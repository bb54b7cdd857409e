using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Layout;
using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks;

/// <summary>Keys are headers and values are French.</summary>
/// <param name="sheets">Whose headers; a key that two of them have says the same in both.</param>
internal sealed class WorkbookVocabulary(params SheetLayout[] sheets) : Vocabulary
{
    public static WorkbookVocabulary Instance { get; } = new([WorkbookLayout.Calendar, .. WorkbookLayout.Tables]);

    public override FrenchText MomentKinds => $"Gardez « Moment » pour une date ou une récurrence, « Déclencheur » pour un déclencheur.";

    public override string Name(string key) =>
        sheets.FirstOrDefault(sheet => sheet.Key == key && key.Length > 0)?.Name ?? ColumnOf(key)?.Header ?? key;

    public override string Value(string key, string value) => ColumnOf(key)?.Form.Write(value.Trim('\'', '"')).Shown ?? value;

    public override string Pair(string key, string value) => French.Text($"dans « {Name(key)} », {Value(key, value)}");

    public override FrenchText Missing(string key) => $"« {Name(key)} » n'est pas rempli.";

    private SheetColumn? ColumnOf(string key) => sheets.Select(sheet => sheet.ByKey(key)).FirstOrDefault(column => column is not null);
}
