using System.Globalization;
using CellValues = DocumentFormat.OpenXml.Spreadsheet.CellValues;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>What a cell of a workbook holds.</summary>
internal sealed class CellParser(IReadOnlyList<string> strings, NumberFormats formats, bool countsFrom1904)
{
    // Excel believes that 1900 had a 29 February; the days before it are one off.
    private const int FirstRightSerial = 60;
    private const int DaysTo1904 = 1462;
    private const double LargestNumber = 1e15;

    /// <returns>Null when the cell shows nothing.</returns>
    public Cell? Parse(SheetCell cell, int column)
    {
        var raw = cell.CellValue?.Text;
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString is { } inline ? TextCell(column, CellStrings.Of(inline)) : null;
        }

        if (string.IsNullOrEmpty(raw))
        {
            // A formula that gives an empty text has a value, and says that it is a text.
            return cell.CellFormula is null || cell.DataType?.Value == CellValues.String ? null : new Cell(column, CellKind.NotComputed, "");
        }

        return cell.DataType?.Value switch
        {
            CellValues.SharedString => TextCell(column, Shared(raw)),
            CellValues.String => TextCell(column, CellStrings.Decode(raw)),
            CellValues.Boolean => Cell.OfBoolean(column, raw is "1" or "true"),
            CellValues.Error => new Cell(column, CellKind.Error, raw),
            CellValues.Date => DateTime.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? Cell.OfDate(column, date)
                : TextCell(column, raw),
            _ => Number(raw, column, cell.StyleIndex?.Value),
        };
    }

    private static Cell? TextCell(int column, string text) => string.IsNullOrWhiteSpace(text) ? null : Cell.OfText(column, text);

    private string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position < strings.Count
            ? strings[position]
            : throw new InvalidDataException("A text is missing from the table of texts.");

    private Cell? Number(string raw, int column, uint? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) < LargestNumber))
        {
            return TextCell(column, raw);
        }

        if (formats.IsDate(style) && DateOf(number) is { } date)
        {
            return Cell.OfDate(column, date);
        }

        return Cell.OfNumber(column, formats.IsPercent(style) ? (decimal)number * 100 : (decimal)number);
    }

    private DateTime? DateOf(double serial)
    {
        var days = countsFrom1904 ? serial + DaysTo1904 : serial < FirstRightSerial ? serial + 1 : serial;
        if (days is < 0 or >= 2_958_466)
        {
            return null;
        }

        // What comes out of a computation may lack a millionth of a second.
        var date = DateTime.FromOADate(days);
        return new DateTime((date.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
    }
}
