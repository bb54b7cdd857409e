using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks.Forms;
using Orchestration.Calendars.Workbooks.Layout;

namespace Orchestration.Calendars.Workbooks;

/// <summary>From a cell to the value that YAML would have, at the cell's place; what cannot be said in YAML is reported.</summary>
internal static class CellTranslation
{
    /// <param name="cell">What was read.</param>
    /// <param name="column">Whose cell it is.</param>
    /// <param name="place">With the path of the entry.</param>
    /// <param name="problems">Takes the fault of the cell.</param>
    /// <returns>The key and its value, which is marked as refused when its fault was reported.</returns>
    public static KeyValuePair<SourceScalar, SourceNode> Read(Cell cell, SheetColumn column, SourcePlace place, ProblemList problems)
    {
        var reading = cell.Kind switch
        {
            CellKind.Error => CellReading.Refused(
                ProblemCodes.FormulaError, $"La formule de « {column.Header} » donne « {cell.Text} ».",
                $"Corrigez-la, ou écrivez la valeur à sa place."),
            CellKind.NotComputed => CellReading.Refused(
                ProblemCodes.FormulaNotComputed, $"La formule de « {column.Header} » n'a pas été calculée.",
                $"Ouvrez le classeur dans Excel et enregistrez-le, ou écrivez la valeur à sa place."),
            _ => column.Form.Read(cell),
        };
        var key = reading.Key ?? column.Key;
        if (reading.Fault is { } fault)
        {
            var faultPlace = place with { Path = place.Path.Length == 0 ? key : $"{place.Path}.{key}" };
            problems.Add(fault.Code, Severity.Error, faultPlace, fault.What, fault.Mend, fault.Source);
        }

        return KeyValuePair.Create(Scalar(key, key), Node());

        SourceNode Node() => reading.Items is { } items
            ? new SourceList(place.Line, place.Column, place.Sheet, [.. items.Select(item => Scalar(item, column.Form.Write(item).Shown))])
            : Scalar(reading.Value ?? "", cell.Text, reading.Fault is not null);

        SourceScalar Scalar(string value, string shown, bool isRefused = false) =>
            new(place.Line, place.Column, place.Sheet, value) { Shown = shown, IsRefused = isRefused };
    }
}
