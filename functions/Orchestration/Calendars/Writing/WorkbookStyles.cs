using DocumentFormat.OpenXml.Spreadsheet;

namespace Orchestration.Calendars.Writing;

/// <summary>How the cells of our workbooks look; each constant is the number of a style.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;

    /// <summary>A text, whatever it begins with: <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> start nothing.</summary>
    public const uint Text = 2;
    public const uint Date = 3;
    public const uint Remark = 4;

    public const uint DateFormat = 164;
    public const string DateCode = "dd/mm/yyyy";

    private const uint TextFormat = 49;
    private const string White = "FFFFFFFF";
    private const string Blue = "FF0C419A";
    private const string Grey = "FF595959";

    public static Stylesheet Create() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = DateCode }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new Color { Rgb = White }, new FontName { Val = "Calibri" }),
            new Font(new Italic(), new FontSize { Val = 11 }, new Color { Rgb = Grey }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = Blue }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true })
            {
                NumberFormatId = 0,
                FontId = 1,
                FillId = 2,
                BorderId = 0,
                FormatId = 0,
                ApplyFont = true,
                ApplyFill = true,
                ApplyAlignment = true,
            },
            new CellFormat { NumberFormatId = TextFormat, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, QuotePrefix = true, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DateFormat, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 0, FontId = 2, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true }),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
}
