using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Orchestration.Calendars.Workbooks.Cells;

/// <summary>Texts of cells: shared or in place, in one style or several, without the readings that East Asian texts carry.</summary>
internal static partial class CellStrings
{
    public static IReadOnlyList<string> Shared(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return [];
        }

        var strings = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                strings.Add(Of(reader.LoadCurrentElement()!));
            }
        }

        return strings;
    }

    public static string Of(OpenXmlElement item) => Decode(string.Concat(item.ChildElements.Select(child => child switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text,
        _ => null,
    })));

    /// <summary>Characters that XML cannot hold are written <c>_x000B_</c>; so is what looks like one.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The contrary of <see cref="Decode"/>.</summary>
    public static string Encode(string text) => string.Concat(
        Escape().Replace(text, match => "_x005F" + match.Value)
            .Select(character => character is '\t' or '\n' or not (< ' ' or '\uFFFE' or '\uFFFF')
                ? character.ToString()
                : string.Create(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_")));

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
