using Orchestration.Calendars.Reading;
using Orchestration.Calendars.Workbooks;

namespace Orchestration.Calendars;

/// <summary>
/// Reads an uploaded calendar and finds everything that is wrong with it in one go. The form is YAML or an Excel workbook;
/// <c>infra/local/sample/calendar-demo.yaml</c> shows the first with comments.
/// </summary>
public static class CalendarReader
{
    /// <summary>In bytes, for YAML. Callers check <see cref="CalendarForms.MaxLengthOf"/> before they download; so does the reader.</summary>
    public const int MaxLength = 5_000_000;

    /// <param name="content">The bytes of the file: UTF-8 with or without its mark, or a workbook.</param>
    /// <param name="fileName">Its extension says which form it has; <c>.yaml</c>, <c>.yml</c> or <c>.xlsx</c>.</param>
    /// <param name="references">The templates and fields that the calendar may name.</param>
    public static CalendarReading Read(ReadOnlySpan<byte> content, string fileName, ICalendarReferences references)
    {
        if (IsTooLong(content.Length, fileName))
        {
            return TooLong(content.Length, fileName);
        }

        var problems = new ProblemList();
        var calendar = FileKind.Check(content, fileName, problems) switch
        {
            CalendarForm.Yaml => Read(YamlTree.Read(content, problems), references, problems, Vocabulary.Yaml),
            CalendarForm.Workbook => Read(WorkbookTree.Read(content.ToArray(), problems), references, problems, WorkbookVocabulary.Instance),
            _ => null,
        };
        return new CalendarReading(problems.HasErrors ? null : calendar, problems.InOrder());
    }

    /// <summary>Whether a file is too long to be downloaded at all.</summary>
    /// <param name="length">In bytes.</param>
    /// <param name="fileName">Its extension says which form it has.</param>
    public static bool IsTooLong(long length, string fileName) => length > MaxLengthOf(fileName);

    /// <summary>The reading of a file that is too long to be downloaded at all.</summary>
    /// <param name="length">In bytes.</param>
    /// <param name="fileName">Its extension says which form it has.</param>
    public static CalendarReading TooLong(long length, string fileName)
    {
        var problems = new ProblemList();
        problems.Error(
            ProblemCodes.FileTooLong, SourcePlace.File,
            $"Le fichier pèse {(int)Math.Ceiling(length / 1_000_000.0)} Mo.",
            $"Un calendrier de cette forme pèse {MaxLengthOf(fileName) / 1_000_000} Mo au plus : "
                + $"répartissez les campagnes entre plusieurs calendriers.");
        return new CalendarReading(null, problems.InOrder());
    }

    private static int MaxLengthOf(string fileName) =>
        CalendarForms.MaxLengthOf(CalendarForms.Of(fileName) ?? CalendarForm.Yaml);

    private static Calendar? Read(SourceNode? root, ICalendarReferences references, ProblemList problems, Vocabulary names) =>
        root is null ? null : DocumentReader.Read(root, references, problems, names);
}
