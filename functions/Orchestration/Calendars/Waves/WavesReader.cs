using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Workbooks.Cells;

namespace Orchestration.Calendars.Waves;

/// <summary>
/// Reads the media agency's file of waves and finds everything that is wrong with it in one go: a CSV (<c>;</c>, UTF-8 or Windows-1252, decimal
/// commas) or an Excel workbook, under the headers <c>Campagne;Vague;Début;Fin;Médias;Budget (k€)</c> in any order.
/// </summary>
public static class WavesReader
{
    /// <summary>In bytes, for a CSV as for a workbook.</summary>
    public const int MaxLength = 5_000_000;

    private const string Csv = ".csv";
    private const string Workbook = ".xlsx";

    private static readonly string[] Keys = ["campaign", "id", "start", "end", "media", "budget"];

    /// <param name="content">The bytes of the file.</param>
    /// <param name="fileName">Its extension says which form it has: <c>.csv</c> or <c>.xlsx</c>.</param>
    public static WavesReading Read(ReadOnlySpan<byte> content, string fileName)
    {
        if (content.Length > MaxLength)
        {
            return TooLong(content.Length);
        }

        var problems = new ProblemList();
        var waves = SheetOf(content, fileName, problems) is { } sheet ? Read(sheet, problems) : null;
        return new WavesReading(problems.HasErrors ? null : waves, problems.InOrder());
    }

    /// <summary>The reading of a file that is too long to be downloaded at all.</summary>
    /// <param name="length">In bytes.</param>
    public static WavesReading TooLong(long length)
    {
        var problems = new ProblemList();
        problems.Error(
            ProblemCodes.FileTooLong, SourcePlace.File,
            $"Le fichier pèse {(int)Math.Ceiling(length / 1_000_000.0)} Mo.", $"Un fichier de vagues pèse {MaxLength / 1_000_000} Mo au plus.");
        return new WavesReading(null, problems.InOrder());
    }

    private static Sheet? SheetOf(ReadOnlySpan<byte> content, string fileName, ProblemList problems)
    {
        switch (Path.GetExtension(fileName).ToLowerInvariant())
        {
            case Csv:
                return FileKind.IsText(content, fileName, problems) ? CsvSheet.Read(content, problems) : null;
            case Workbook:
                return FileKind.IsWorkbook(content, fileName, problems) && WorkbookSheets.Read(content.ToArray(), problems) is { } sheets
                    ? BestOf(sheets)
                    : null;
            default:
                problems.Error(
                    ProblemCodes.WrongExtension, SourcePlace.File,
                    $"« {fileName} » n'a pas l'extension d'un fichier de vagues.", $"Enregistrez-le au format {Csv} ou {Workbook}");
                return null;
        }
    }

    /// <summary>The one with the name of waves; else the first that anybody sees.</summary>
    private static Sheet BestOf(IReadOnlyList<Sheet> sheets) => sheets
        .OrderBy(sheet => !AgencyLayout.Waves.IsNamed(sheet.Name!)).ThenBy(sheet => sheet.IsHidden).ThenBy(sheet => sheet.Rows.Count == 0).First();

    private static List<MediaWave> Read(Sheet sheet, ProblemList problems)
    {
        if (SheetHeaders.Find(sheet, AgencyLayout.Waves, problems) is not { } headers)
        {
            return [];
        }

        var entries = SheetEntries.Read(sheet, AgencyLayout.Waves, headers, problems);
        var list = new KeyValuePair<SourceScalar, SourceNode>(new(headers.Row, 1, sheet.Name, AgencyLayout.Waves.Key), entries);
        var root = new SourceGroup(headers.Row, 1, sheet.Name, [list]);
        _ = new DeclaredIds(root, problems);
        return [.. new Section(root, "", [AgencyLayout.Waves.Key], problems, AgencyLayout.Names)
            .Sections(AgencyLayout.Waves.Key, Keys).Select(Wave).OfType<MediaWave>()];
    }

    private static MediaWave? Wave(Section section)
    {
        var (id, campaign) = (section.Id("id"), section.Id("campaign"));
        var (start, end) = (section.Date("start"), section.Date("end"));
        var media = section.Choices<Media>("media");
        var budget = WaveReader.Budget(section);
        WaveReader.CheckOrder(section, start, end);
        return id is null || campaign is null || start is null || end is null || media is null
            ? null
            : new MediaWave(
                id, campaign, start.Value, end.Value, media, HomepageSlot.Banner, ScreenSeconds: 0, budget, Waiver: null, section.Places);
    }
}
