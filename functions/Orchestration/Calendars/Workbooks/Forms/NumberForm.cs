using System.Globalization;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>A number, with a comma and spaces between thousands when it is a text, and perhaps its unit.</summary>
/// <param name="units">Words that may follow the number; the first letter of none is a digit.</param>
/// <param name="suffix">What YAML has after the number: <c>4d</c>.</param>
internal sealed class NumberForm(string[] units, string suffix = "") : CellForm
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public override CellReading Read(Cell cell) => cell.Kind == CellKind.Number
        ? Canonical(cell.Number)
        : decimal.TryParse(WithoutUnit(cell.Text), Style, CultureInfo.InvariantCulture, out var number)
            ? Canonical(number)

            // The reader of the value says what is wrong with it.
            : cell.Text;

    public override CellContent Write(string value) =>
        decimal.TryParse(Cut(value, suffix), Style, CultureInfo.InvariantCulture, out var number) ? number : value;

    private static string Cut(string text, string end) =>
        end.Length > 0 && text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text[..^end.Length] : text;

    private string WithoutUnit(string text)
    {
        var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        var unit = units.Append(suffix).FirstOrDefault(unit => unit.Length > 0 && compact.EndsWith(unit, StringComparison.OrdinalIgnoreCase));
        compact = Cut(compact, unit ?? "");
        return compact.Contains('.', StringComparison.Ordinal) ? compact : compact.Replace(',', '.');
    }

    private string Canonical(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture) + suffix;
}
