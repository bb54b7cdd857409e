using System.Text.RegularExpressions;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>Several values in one cell: « TV, digital et radio », or one a line.</summary>
/// <param name="item">How each is said.</param>
/// <param name="separator">What stands between two.</param>
/// <param name="offers">Usual lists; others may be written.</param>
internal sealed class ListForm(CellForm item, Regex separator, params string[] offers) : CellForm
{
    public override IReadOnlyList<string> Offers => offers;

    public override CellReading Read(Cell cell)
    {
        var items = new List<string>();
        foreach (var part in separator.Split(cell.Text).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            var reading = item.Read(Cell.OfText(cell.Column, part));
            if (reading.Fault is not null)
            {
                return reading;
            }

            items.Add(reading.Value!);
        }

        return CellReading.List(items);
    }

    public override CellContent Write(string value) => string.Join(", ", ItemsOf(value).Select(part => item.Write(part).Shown));

    /// <summary>The items of a list on one line: <c>[a, b]</c>, or a single value.</summary>
    public static IEnumerable<string> ItemsOf(string value) => value.Trim().Trim('[', ']')
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Trim('"', '\''));
}
