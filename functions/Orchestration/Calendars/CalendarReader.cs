using Orchestration.Calendars.Reading;

namespace Orchestration.Calendars;

/// <summary>
/// Reads an uploaded calendar and finds everything that is wrong with it in one go. The format is YAML;
/// <c>infra/local/sample/calendar-demo.yaml</c> shows it with comments.
/// </summary>
public static class CalendarReader
{
    /// <summary>In bytes. Callers check it before they download; so does the reader.</summary>
    public const int MaxLength = 5_000_000;

    /// <param name="content">The bytes of the file, UTF-8 with or without its mark.</param>
    /// <param name="references">The templates and fields that the calendar may name.</param>
    public static CalendarReading Read(ReadOnlySpan<byte> content, ICalendarReferences references)
    {
        if (content.Length > MaxLength)
        {
            return TooLong(content.Length);
        }

        var problems = new ProblemList();
        var calendar = Read(content, references, problems);
        return new CalendarReading(problems.HasErrors ? null : calendar, problems.InOrder());
    }

    /// <summary>The reading of a file that is too long to be downloaded at all.</summary>
    /// <param name="length">In bytes.</param>
    public static CalendarReading TooLong(long length)
    {
        var problems = new ProblemList();
        problems.Error(
            ProblemCodes.FileTooLong, SourcePlace.File,
            $"Le fichier pèse {(int)Math.Ceiling(length / 1_000_000.0)} Mo.",
            $"Un calendrier pèse {MaxLength / 1_000_000} Mo au plus : répartissez les campagnes entre plusieurs calendriers.");
        return new CalendarReading(null, problems.InOrder());
    }

    private static Calendar? Read(ReadOnlySpan<byte> content, ICalendarReferences references, ProblemList problems)
    {
        if (CalendarText.Decode(content, problems) is not { } source || YamlEvents.Read(source, problems) is not { } events)
        {
            return null;
        }

        if (YamlTree.Build(events, problems) is { } root)
        {
            return DocumentReader.Read(root, source, references, problems);
        }

        problems.Error(ProblemCodes.EmptyFile, SourcePlace.File, $"Le fichier est vide.", Mends.Example("calendar"));
        return null;
    }
}
