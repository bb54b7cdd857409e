using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>Which styles of a workbook show a number as a date or as a percentage.</summary>
internal sealed partial class NumberFormats
{
    private const uint Percent = 9;
    private const uint PercentWithDecimals = 10;

    private readonly string[] codes;
    private readonly uint[] ids;

    public NumberFormats(WorkbookStylesPart? styles)
    {
        var custom = styles?.Stylesheet.NumberingFormats?.Elements<NumberingFormat>()
            .Where(format => format.NumberFormatId is not null)
            .DistinctBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "") ?? [];
        ids = [.. (styles?.Stylesheet.CellFormats?.Elements<CellFormat>() ?? []).Select(format => format.NumberFormatId?.Value ?? 0)];
        codes = [.. ids.Select(id => custom.GetValueOrDefault(id, ""))];
    }

    public bool IsDate(uint? style) => style < ids.Length && (IsBuiltInDate(ids[style.Value]) || IsDate(codes[style.Value]));

    public bool IsPercent(uint? style) => style < ids.Length
        && (ids[style.Value] is Percent or PercentWithDecimals || codes[style.Value].Contains('%', StringComparison.Ordinal));

    /// <summary>Those of ECMA-376 part 1, 18.8.30, with those of East Asian locales.</summary>
    private static bool IsBuiltInDate(uint id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    private static bool IsDate(string code) => DateLetters().IsMatch(Literals().Replace(code.Split(';')[0], ""));

    /// <summary>Texts, escaped characters, spaces as wide as a character, repeated characters, colours and locales.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|General", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLetters();
}
