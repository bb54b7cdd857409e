using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Workbooks.Cells;

namespace Orchestration.Calendars.Waves;

/// <summary>From a CSV as French spreadsheets save it to a table whose columns are the numbers of the fields.</summary>
internal static class CsvSheet
{
    private const int MostRows = 10_000;
    private const int LongestField = 10_000;
    private const char Usual = ';';

    private static readonly char[] Delimiters = [Usual, '\t', ','];

    /// <returns>Null when the text is no CSV; the reason is among the problems.</returns>
    public static Sheet? Read(ReadOnlySpan<byte> content, ProblemList problems)
    {
        var text = CalendarText.DecodeFrench(content, problems).Text;
        var rows = new List<SheetRow>();
        using var parser = new CsvParser(new StringReader(text), Configuration(text, problems));
        try
        {
            for (var line = 1; rows.Count <= MostRows && parser.Read(); line = parser.RawRow + 1)
            {
                var cells = parser.Record!.Index().Where(field => !string.IsNullOrWhiteSpace(field.Item))
                    .Select(field => Cell.OfText(field.Index + 1, field.Item)).ToList();
                if (cells.Count > 0)
                {
                    rows.Add(new SheetRow(line, IsHidden: false, cells));
                }
            }
        }
        catch (CsvHelperException)
        {
            RefuseQuotes(parser.RawRow, problems);
        }

        if (rows.Count <= MostRows)
        {
            return new Sheet(null, IsHidden: false, rows, [], new HashSet<int>());
        }

        problems.Error(
            ProblemCodes.TooManyValues, SourcePlace.File, $"Plus de {MostRows} lignes dans le fichier.", $"Un fichier de vagues en a quelques dizaines.");
        return null;
    }

    private static CsvConfiguration Configuration(string text, ProblemList problems) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = DelimiterOf(text).ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        MaxFieldSize = LongestField,
        BadDataFound = found => RefuseQuotes(found.Context.Parser!.RawRow, problems),
    };

    private static char DelimiterOf(string text)
    {
        var firstLine = text.AsSpan().TrimStart().ToString().Split('\n')[0];
        return Delimiters.MaxBy(delimiter => firstLine.Count(character => character == delimiter));
    }

    private static void RefuseQuotes(int line, ProblemList problems) => problems.Error(
        ProblemCodes.BadText, new SourcePlace(Math.Max(1, line), 1, ""),
        $"Un guillemet n'est pas fermé, ou se trouve au milieu d'un champ.", $"Fermez-le, ou doublez-le s'il fait partie du texte.");
}
