using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Orchestration.Calendars.Workbooks.Cells;
using Orchestration.Calendars.Workbooks.Forms;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Orchestration.Calendars.Writing;

/// <summary>Writes one sheet from top to bottom, without holding it.</summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly OpenXmlWriter writer;
    private int row;

    /// <param name="part">The sheet.</param>
    /// <param name="widths">Of the columns, in characters, with the style of their cells.</param>
    /// <param name="frozenRows">Rows that stay in view.</param>
    public SheetWriter(WorksheetPart part, IEnumerable<(double Width, uint Style)> widths, int frozenRows)
    {
        writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        if (frozenRows > 0)
        {
            var below = new CellReference(frozenRows + 1, 1).ToString();
            writer.WriteElement(new SheetViews(new SheetView(
                new Pane { VerticalSplit = frozenRows, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new ListValue<StringValue>([below]) })
            {
                WorkbookViewId = 0,
            }));
        }

        writer.WriteElement(new Columns(widths.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            Style = column.Style,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
    }

    public void Row(params IEnumerable<(CellContent? Content, uint? Style)> cells)
    {
        row++;
        writer.WriteStartElement(new Row { RowIndex = (uint)row });
        foreach (var (index, (content, style)) in cells.Index())
        {
            if (content is not null)
            {
                var cell = CellOf(content);
                cell.CellReference = new CellReference(row, index + 1).ToString();
                cell.StyleIndex = style ?? cell.StyleIndex!;
                writer.WriteElement(cell);
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>Ends the rows; what follows in a sheet comes in the order that the format wants.</summary>
    public void End(params OpenXmlElement[] after)
    {
        writer.WriteEndElement();
        foreach (var element in after)
        {
            writer.WriteElement(element);
        }

        writer.WriteEndElement();
    }

    /// <summary>A cell with a content and the style that fits it.</summary>
    public static SheetCell CellOf(CellContent content)
    {
        if (content.Text is { } text)
        {
            return new SheetCell(new InlineString(new Text(CellStrings.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString,
                StyleIndex = WorkbookStyles.Text,
            };
        }

        return content.Date is { } date
            ? new SheetCell(new CellValue(Serial(date))) { StyleIndex = WorkbookStyles.Date }
            : new SheetCell(new CellValue(content.Number!.Value.ToString(CultureInfo.InvariantCulture))) { StyleIndex = WorkbookStyles.Plain };
    }

    /// <summary>A date as workbooks count days.</summary>
    public static string Serial(DateOnly date) =>
        date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => writer.Dispose();
}
