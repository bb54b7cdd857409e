using System.Globalization;

namespace Orchestration.Audience.Datamart;

/// <summary>Reads one cell by the kind of its column.</summary>
internal static class CellParser
{
    private const int LongestCell = 500;

    /// <returns>Null when it worked, else why not, in French.</returns>
    public static string? Parse(FieldDefinition field, string text, out Cell cell)
    {
        cell = Cell.Missing;
        if (text.Length > LongestCell)
            return $"la colonne « {field.Name} » dépasse {LongestCell} caractères";
        if (field.Kind == FieldKind.Procedure)
            return Procedure(field, text, out cell);
        if (text.Length == 0)
            return null;

        var number = field.Kind switch
        {
            FieldKind.Text => 0,
            FieldKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN,
            FieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date.DayNumber
                : double.NaN,
            FieldKind.Boolean => text switch { "true" => 1, "false" => 0, _ => double.NaN },
            _ => throw new InvalidOperationException($"There is no kind {field.Kind}."),
        };
        if (!double.IsFinite(number))
            return $"la colonne « {field.Name} » ne contient pas {Expected(field.Kind)}";
        cell = new Cell(text, number);
        return null;
    }

    private static string? Procedure(FieldDefinition field, string text, out Cell cell)
    {
        ProcedureState? state = text switch
        {
            "fait" => ProcedureState.Done,
            "non_fait" => ProcedureState.NotDone,
            "inconnu" or "" => ProcedureState.Unknown,
            _ => null,
        };
        cell = state is null ? Cell.Missing : new Cell(text, (int)state);
        return state is null ? $"la colonne « {field.Name} » ne contient pas « fait », « non_fait » ou « inconnu »" : null;
    }

    private static string Expected(FieldKind kind) => kind switch
    {
        FieldKind.Number => "un nombre (12.5)",
        FieldKind.Date => "une date (2027-04-27)",
        _ => "« true » ou « false »",
    };
}
